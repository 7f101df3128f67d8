/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that stands for several, and for no others: none of them may hold a null character. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(String... parts) {
        return HexFormat.of().formatHex(sha256().digest(String.join("\0", parts).getBytes(UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
