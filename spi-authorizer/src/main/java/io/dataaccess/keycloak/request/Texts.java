/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Characters;

/** What may stand in a text that somebody sends: nothing that a reader would not see, or that moves what they see. */
public final class Texts {

    /** What a refusal says is wrong with the text. */
    public static final String HIDDEN = "control or invisible characters";

    private static final int LONGEST_REASON = 2000;

    private Texts() {}

    /** Text on one line. */
    public static boolean isLine(String text) {
        return text.codePoints().noneMatch(Characters::isHidden);
    }

    /** The same on several lines, with tabs and emoji. */
    public static boolean isProse(String text) {
        return text.codePoints()
                .filter(point -> point != '\n' && point != '\r' && point != '\t' && !Characters.isFormOfEmoji(point))
                .noneMatch(Characters::isHidden);
    }

    /** The text without the space around it, spaces that keep a line together among it: what is empty then says nothing. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /**
     * Why an access is ended, stripped.
     *
     * @throws RejectedException when it says nothing, too much, or what cannot be seen
     */
    static String reason(String text) {
        String stripped = stripped(text);
        if (stripped.isEmpty() || stripped.length() > LONGEST_REASON || !isProse(stripped)) {
            throw new RejectedException(
                    Rejection.INVALID_COMMENT, "Give a reason of up to 2000 characters, without " + HIDDEN);
        }
        return stripped;
    }
}
