/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A public key that verifies notes (C2SP signed-note, verifier keys). Its text, the <em>vkey</em>, is for example
 * {@code example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k}.
 */
public final class VerifierKey {

    private static final int PARTS = 3;

    private final String name;
    private final SignatureType type;
    private final byte[] publicKey;

    private VerifierKey(String name, SignatureType type, byte[] publicKey) {
        if (publicKey.length != Ed25519.KEY_LENGTH) {
            throw new MalformedException("An Ed25519 public key has 32 bytes");
        }
        this.name = KeyName.checked(name);
        this.type = type;
        this.publicKey = publicKey.clone();
    }

    /**
     * A key from its bytes.
     *
     * @param publicKey the 32 bytes of RFC 8032, section 5.1.5
     */
    public static VerifierKey of(String name, SignatureType type, byte[] publicKey) {
        return new VerifierKey(name, type, publicKey);
    }

    /**
     * A key of Java's.
     *
     * @param publicKey an Ed25519 key
     */
    public static VerifierKey of(String name, SignatureType type, PublicKey publicKey) {
        return new VerifierKey(name, type, Ed25519.raw(publicKey));
    }

    /** Reads a vkey; its key id must be the one that the specification recommends. */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("[+]", PARTS);
        if (parts.length < PARTS) {
            throw new MalformedException("A verifier key is a name, a key id and a key, separated by plus");
        }
        byte[] key = Strict.base64(parts[2]);
        if (key.length == 0) {
            throw new MalformedException("The key of a verifier key is not empty");
        }
        VerifierKey read = new VerifierKey(parts[0], SignatureType.of(key[0]), Arrays.copyOfRange(key, 1, key.length));
        if (!read.toString().equals(vkey)) {
            throw new MalformedException("The key id of a verifier key is the hash of its name, type and key");
        }
        return read;
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    /** The 32 bytes of RFC 8032, section 5.1.5. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The first four bytes of {@code SHA-256(name || 0x0A || type || key)}. */
    public int keyId() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Strict.utf8(name + "\n"));
            digest.update(type.code());
            digest.update(publicKey);
            return ByteBuffer.wrap(digest.digest()).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether both wrap one key, whatever their names and types. */
    public boolean hasSameKey(VerifierKey other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    /** Whether this key's name and id stand on the signature; it may still be false. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == keyId() && signature.name().equals(name);
    }

    boolean verifies(String text, NoteSignature signature) {
        byte[] bytes = signature.bytes();
        if (type == SignatureType.ED25519) {
            return Ed25519.verify(publicKey, Strict.utf8(text), bytes);
        }
        try {
            Cosignature cosignature = new Cosignature(bytes);
            return Ed25519.verify(publicKey, Cosignature.message(text, cosignature.time()), cosignature.signature());
        } catch (MalformedException e) {
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey key && toString().equals(key.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        byte[] key = ByteBuffer.allocate(1 + publicKey.length)
                .put(type.code())
                .put(publicKey)
                .array();
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+"
                + Base64.getEncoder().encodeToString(key);
    }
}
