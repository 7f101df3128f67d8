/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/** What may stand in a text that somebody sends: nothing that a reader would not see, or that moves what they see. */
public final class TextRules {

    /** What a refusal says is wrong with the text. */
    public static final String HIDDEN = "control or invisible characters";

    private static final int LONGEST_REASON = 2000;
    /** On one letter: no script needs more, and many of them hide the text around them. */
    private static final int MOST_MARKS = 4;

    private TextRules() {}

    /** Text on one line. */
    public static boolean isLine(String text) {
        return isPlain(text, false);
    }

    /** Text on several lines, with tabs and emoji. */
    public static boolean isProse(String text) {
        return isPlain(text, true);
    }

    /** Text on one line without any space: nobody sees one at its end. */
    public static boolean isWord(String text) {
        return isLine(text) && text.codePoints().noneMatch(TextRules::isSpace);
    }

    /** How many characters of the text are seen: no spaces, marks on others and forms of emoji. */
    public static long visible(String text) {
        return text.codePoints()
                .filter(point -> !isSpace(point) && !isMark(point) && !Characters.isHidden(point))
                .count();
    }

    /** The text without the space around it, spaces that keep a line together among it: what is empty then says nothing. */
    public static String stripped(String text) {
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

    private static boolean isPlain(String text, boolean prose) {
        int before = ' ';
        int marks = 0;
        for (int point : text.codePoints().toArray()) {
            marks = isMark(point) && !Characters.isFormOfEmoji(point) ? marks + 1 : 0;
            boolean allowed = prose && (isLayout(point) || (Characters.isFormOfEmoji(point) && hasForms(before)));
            if (marks > MOST_MARKS || (Characters.isHidden(point) && !allowed)) {
                return false;
            }
            before = point;
        }
        return true;
    }

    private static boolean isLayout(int point) {
        return point == '\n' || point == '\r' || point == '\t';
    }

    /** One form each, of something that is seen. */
    private static boolean hasForms(int point) {
        return !isSpace(point) && !Characters.isFormOfEmoji(point);
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /**
     * Why an access is ended, stripped.
     *
     * @throws RejectedException when it says nothing, too much, or what cannot be seen
     */
    public static String reason(String text) {
        String stripped = stripped(text);
        if (visible(stripped) == 0 || stripped.length() > LONGEST_REASON || !isProse(stripped)) {
            throw new RejectedException(
                    Rejection.INVALID_COMMENT, "Give a reason of up to 2000 characters, without " + HIDDEN);
        }
        return stripped;
    }
}
