/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.entry;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.io.IOException;
import java.util.Arrays;
import org.erdtman.jcs.JsonCanonicalizer;

/** The one way to write a JSON object (RFC 8785): members in order, no blanks, one spelling of numbers and texts. */
public final class CanonicalJson {

    /** Deeper JSON is refused before it is read. */
    private static final int MAX_DEPTH = 64;

    private CanonicalJson() {}

    /** The canonical bytes of a JSON object. */
    public static byte[] of(String json) {
        checkDepth(json);
        try {
            byte[] canonical = Strict.utf8(new JsonCanonicalizer(json).getEncodedString());
            if (canonical.length == 0 || canonical[0] != '{') {
                throw new MalformedException("An entry is a JSON object");
            }
            return canonical;
        } catch (IOException e) {
            throw new MalformedException("An entry is JSON without duplicate members", e);
        }
    }

    /** Whether these are the canonical bytes of a JSON object. */
    public static boolean isCanonical(byte[] json) {
        try {
            return Arrays.equals(of(Strict.utf8(json)), json);
        } catch (MalformedException e) {
            return false;
        }
    }

    /** The library calls itself for each level: JSON from outside must not exhaust the stack. */
    private static void checkDepth(String json) {
        int depth = 0;
        boolean text = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (text) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    text = false;
                }
            } else if (c == '"') {
                text = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                throw new MalformedException("An entry has at most 64 levels");
            }
        }
    }
}
