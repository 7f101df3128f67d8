/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash: of an entry, of a node of the tree, or of the whole tree (RFC 6962, section 2.1). */
public final class Hash {

    /** 32 bytes. */
    public static final int LENGTH = 32;

    /** The root of the tree without entries: the hash of nothing (RFC 6962, section 2.1). */
    public static final Hash EMPTY_TREE = sha256(new byte[0]);

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes 32 bytes as they are. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new MalformedException("A hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    public static Hash fromBase64(String text) {
        return of(Strict.base64(text));
    }

    /** The plain SHA-256 of these bytes, one after the other. */
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** The hash of an entry: {@code SHA-256(0x00 || entry)} (RFC 6962, section 2.1). */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = digest();
        digest.update(LEAF);
        digest.update(entry);
        return new Hash(digest.digest());
    }

    /** The hash of a node: {@code SHA-256(0x01 || left || right)} (RFC 6962, section 2.1). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = digest();
        digest.update(NODE);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
