/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import java.util.List;

/** Lines, an empty line, a checkpoint: what C2SP tlog-proof and tlog-witness have in common. */
final class ProofLines {

    private static final String SEPARATOR = "\n\n";
    private static final int MAX_HASHES = 63;

    private ProofLines() {}

    /** The lines before the first empty line. */
    static List<String> header(String text) {
        return Strict.lines(text.substring(0, separator(text) + 1));
    }

    /** The note after the first empty line; its text is a checkpoint. */
    static SignedNote checkpoint(String text) {
        return SignedNote.parse(text.substring(separator(text) + SEPARATOR.length()));
    }

    static String value(String line, String name) {
        if (!line.startsWith(name + " ")) {
            throw new MalformedException("A line starts with " + name + " and a space");
        }
        return line.substring(name.length() + 1);
    }

    static List<Hash> hashes(List<String> lines) {
        if (lines.size() > MAX_HASHES) {
            throw new MalformedException("A proof has at most 63 hashes");
        }
        return lines.stream().map(Hash::fromBase64).toList();
    }

    static void write(StringBuilder text, List<Hash> proof, SignedNote checkpoint) {
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        text.append('\n').append(checkpoint);
    }

    private static int separator(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new MalformedException("An empty line stands before the checkpoint");
        }
        return separator;
    }
}
