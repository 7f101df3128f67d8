/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Readers that take each value in one spelling only, so that nothing signed can be written in two ways. */
public final class Strict {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Strict() {}

    /**
     * Reads a decimal number without leading zeros, as in C2SP tlog-checkpoint.
     *
     * @return 0 to 2^63 - 1
     */
    public static long decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new MalformedException("A number is decimal, without sign and leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedException("A number is less than 2^63", e);
        }
    }

    /** Reads the standard base64 of RFC 4648, section 4, with its padding and with unused bits zero. */
    public static byte[] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("Bytes are in standard base64", e);
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new MalformedException("Base64 is padded, and its unused bits are zero");
        }
        return bytes;
    }

    /** Reads valid UTF-8. */
    public static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("A text is valid UTF-8", e);
        }
    }

    /** Writes UTF-8, and refuses halves of surrogate pairs instead of writing question marks. */
    public static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw new MalformedException("A text has no half of a surrogate pair", e);
        }
    }

    /** Splits a text into its lines, each of which ends with a newline, the last one too. */
    public static List<String> lines(String text) {
        if (!text.endsWith("\n")) {
            throw new MalformedException("The last line ends with a newline");
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        lines.remove(lines.size() - 1);
        return List.copyOf(lines);
    }
}
