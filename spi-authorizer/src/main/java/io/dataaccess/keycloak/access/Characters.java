/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/** What a reader sees of a character. Text that looks like another, or is not where it seems to be, deceives them. */
public final class Characters {

    /** Picture or plain form of an emoji: telephones write them, and they hide nothing. */
    private static final int PLAIN_FORM = 0xFE0E;

    private static final int PICTURE_FORM = 0xFE0F;

    /** Unicode keeps these blocks for emoji, and each of its years brings some that Java does not know yet. */
    private static final int FIRST_EMOJI = 0x1F000;

    private static final int LAST_EMOJI = 0x1FAFF;

    private Characters() {}

    /**
     * Whether a character shows nothing of its own, or moves others: controls, line and paragraph separators, formats
     * (overrides, isolates and marks of direction, zero-width joiners and spaces, tags), halves of characters, private
     * and unassigned ones, fillers and variation selectors. Line feed and tab are among them.
     */
    public static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.UNASSIGNED -> point < FIRST_EMOJI || point > LAST_EMOJI;
            default -> isBlank(point);
        };
    }

    public static boolean isFormOfEmoji(int point) {
        return point == PLAIN_FORM || point == PICTURE_FORM;
    }

    /** Begins a line for one reader or another: which depends on their program. */
    static boolean breaksLine(int point) {
        return switch (point) {
            case '\n', '\u000b', '\f', '\r', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    /** Stands between words rather than in one: a control or a separator of lines. */
    static boolean separates(int point) {
        return Character.isISOControl(point) || breaksLine(point);
    }

    /** Unicode's default-ignorable characters that are letters and marks to Java, and an empty Braille pattern. */
    private static boolean isBlank(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> isSelector(point);
        };
    }

    private static boolean isSelector(int point) {
        return (point >= 0x180B && point <= 0x180F)
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF);
    }
}
