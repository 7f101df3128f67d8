/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Text as it may be shown to people, whoever wrote it and wherever it was kept: names in Keycloak, records of before,
 * imported components. What hides is made visible, so that a name that only looks like another looks different.
 */
public final class VisibleText {

    /** Unicode's own sign for a character that cannot be shown. */
    private static final String REPLACEMENT = "\uFFFD";

    private VisibleText() {}

    /** The text on one line: {@code "lin\nUrgent: yes"} becomes {@code "lin Urgent: yes"}. */
    public static String line(String text) {
        return mapped(text, point -> Characters.separates(point) ? "\n" : character(point))
                .replaceAll("\n+", " ")
                .strip();
    }

    /** The text on the lines that it has, which end with a line feed each. */
    public static String prose(String text) {
        return mapped(text.replace("\r\n", "\n"), VisibleText::characterOfProse);
    }

    private static String characterOfProse(int point) {
        if (Characters.breaksLine(point)) {
            return "\n";
        }
        return point == '\t' || Characters.isFormOfEmoji(point) ? Character.toString(point) : character(point);
    }

    private static String character(int point) {
        return Characters.isHidden(point) ? REPLACEMENT : Character.toString(point);
    }

    private static String mapped(String text, IntFunction<String> map) {
        return text.codePoints().mapToObj(map).collect(Collectors.joining());
    }
}
