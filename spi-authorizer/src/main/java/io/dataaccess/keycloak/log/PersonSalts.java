/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.transparency.entry.Opening;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The salts of people in one log. Each person has one, so that a reader of the log sees that two votes are of two people, and
 * without the salt nobody sees of whom.
 */
final class PersonSalts {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec secret;

    /** @param secret base64, of the log */
    PersonSalts(String secret) {
        this.secret = new SecretKeySpec(Base64.getDecoder().decode(secret), HMAC);
    }

    /** What opens the hash of this user id. */
    Opening of(String userId) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return Opening.of(Base64.getEncoder().encodeToString(mac.doFinal(userId.getBytes(UTF_8))), userId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }
}
