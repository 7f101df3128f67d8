/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text and its signatures (C2SP signed-note). Nobody may act on the text before {@link #verify} has answered with a key they trust.
 *
 * @param text ends with a newline
 * @param signatures 1 to 100
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final String SEPARATOR = "\n\n";
    private static final int MAX_SIGNATURES = 100;
    private static final int MAX_LENGTH = 1_000_000;

    public SignedNote {
        if (!text.endsWith("\n") || text.chars().anyMatch(SignedNote::isControl)) {
            throw new MalformedException("The text of a note ends with a newline and has no other control character");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new MalformedException("A note has 1 to 100 signatures");
        }
        signatures = List.copyOf(signatures);
    }

    /** Reads a note of at most a million characters. */
    public static SignedNote parse(String note) {
        if (note.length() > MAX_LENGTH) {
            throw new MalformedException("A note has at most a million characters");
        }
        int separator = note.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            throw new MalformedException("A note is a text, an empty line and signatures");
        }
        List<String> lines = Strict.lines(note.substring(separator + SEPARATOR.length()));
        if (lines.size() > MAX_SIGNATURES) {
            throw new MalformedException("A note has 1 to 100 signatures");
        }
        return new SignedNote(
                note.substring(0, separator + 1),
                lines.stream().map(NoteSignature::parse).toList());
    }

    /** Reads a note that is valid UTF-8. */
    public static SignedNote parse(byte[] note) {
        return parse(Strict.utf8(note));
    }

    /** Signs a text. */
    public static SignedNote sign(String text, NoteSigner signer) {
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    /** This note with signatures added, a witness's say; a line that is there already is not there twice. */
    public SignedNote with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /**
     * The keys among these that signed, each with its signature. Signatures of other keys count for nothing; an empty answer
     * means that the note is to be ignored.
     *
     * @throws InvalidSignatureException when one of these keys is named on a signature that it did not make
     */
    public Map<VerifierKey, NoteSignature> verify(Collection<VerifierKey> known) {
        Map<VerifierKey, NoteSignature> verified = new LinkedHashMap<>();
        for (VerifierKey key : known) {
            for (NoteSignature signature : signatures) {
                if (key.isNamedBy(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw new InvalidSignatureException(key.name());
                    }
                    verified.putIfAbsent(key, signature);
                }
            }
        }
        return verified;
    }

    /** The whole note, as it is served. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    private static boolean isControl(int character) {
        return character < ' ' && character != '\n';
    }
}
