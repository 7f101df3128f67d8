/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

/** What may stand in a text that somebody sends. */
public final class Texts {

    private Texts() {}

    /** Text on one line: neither control characters nor halves of characters, which no database stores. */
    public static boolean isLine(String text) {
        return text.codePoints().noneMatch(Texts::isRefused);
    }

    /** The same on several lines. */
    public static boolean isProse(String text) {
        return text.codePoints()
                .filter(point -> point != '\n' && point != '\r' && point != '\t')
                .noneMatch(Texts::isRefused);
    }

    private static boolean isRefused(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
