/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One signature line of a note (C2SP signed-note, signatures). It proves nothing until a known key has verified it. */
public final class NoteSignature {

    static final String START = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] signature;

    NoteSignature(String name, int keyId, byte[] signature) {
        if (signature.length == 0) {
            throw new MalformedException("A signature is not empty");
        }
        this.name = KeyName.checked(name);
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** Reads a line without its newline, as a witness answers it. */
    public static NoteSignature parse(String line) {
        int separator = line.lastIndexOf(' ');
        if (!line.startsWith(START) || separator < START.length()) {
            throw new MalformedException("A signature is a line of an em dash, a key name and base64");
        }
        byte[] bytes = Strict.base64(line.substring(separator + 1));
        if (bytes.length <= Integer.BYTES) {
            throw new MalformedException("A signature follows the four bytes of its key id");
        }
        return new NoteSignature(
                line.substring(START.length(), separator),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    /** The line, without its newline. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return START + name + " " + Base64.getEncoder().encodeToString(bytes);
    }

    /** When a witness signed, from a signature that a key of {@link SignatureType#COSIGNATURE_V1} has verified. */
    public Instant cosignedAt() {
        return Instant.ofEpochSecond(new Cosignature(signature).time());
    }

    byte[] bytes() {
        return signature.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}
