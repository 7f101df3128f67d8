/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.entry;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.tree.Hash;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What opens a commitment: the log holds {@code SHA-256(salt || value)}, the salt and the value stand beside it. When they are
 * erased, nobody can find the value from the hash, and the proofs of the entry stay.
 */
public final class Opening {

    /** Bytes of a salt. */
    public static final int SALT_LENGTH = 32;

    private final byte[] salt;
    private final String value;

    private Opening(byte[] salt, String value) {
        if (salt.length != SALT_LENGTH) {
            throw new MalformedException("A salt has 32 bytes");
        }
        this.salt = salt;
        this.value = value;
    }

    /**
     * Reads an opening of a receipt.
     *
     * @param salt base64 of 32 bytes
     */
    public static Opening of(String salt, String value) {
        return new Opening(Strict.base64(salt), value);
    }

    /** An opening with a salt that nobody can guess. */
    public static Opening random(String value, SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return new Opening(salt, value);
    }

    public String salt() {
        return Base64.getEncoder().encodeToString(salt);
    }

    public String value() {
        return value;
    }

    /** {@code SHA-256(salt || UTF-8 of the value)}, which stands in the entry as base64. */
    public Hash commitment() {
        return Hash.sha256(salt, Strict.utf8(value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Opening that && Arrays.equals(salt, that.salt) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt) * 31 + value.hashCode();
    }

    /** Says nothing: the value may be a person's name. */
    @Override
    public String toString() {
        return "Opening";
    }
}
