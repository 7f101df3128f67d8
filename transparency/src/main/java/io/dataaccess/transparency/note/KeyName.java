/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import io.dataaccess.transparency.format.MalformedException;

/** Which names a key may have (C2SP signed-note, format). */
final class KeyName {

    /** Unicode has it among its spaces; Java does not. */
    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    static String checked(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyName::isRefused)) {
            throw new MalformedException(
                    "The name of a key is not empty and has no spaces, plus or control characters");
        }
        return name;
    }

    private static boolean isRefused(int character) {
        return character == '+'
                || character < ' '
                || character == NEXT_LINE
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character);
    }
}
