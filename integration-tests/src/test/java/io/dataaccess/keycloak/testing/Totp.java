/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Somebody's authenticator app (RFC 6238). */
public record Totp(String secret) {

    private static final int PERIOD_SECONDS = 30;

    /** As Keycloak stores it. */
    public CredentialRepresentation credential() {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType("otp");
        credential.setSecretData("{\"value\":\"" + secret + "\"}");
        credential.setCredentialData("{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":" + PERIOD_SECONDS
                + ",\"algorithm\":\"HmacSHA1\"}");
        return credential;
    }

    /** The code of this moment. */
    public String code() {
        byte[] counter = ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / PERIOD_SECONDS)
                .array();
        byte[] hash = hmac(counter);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private byte[] hmac(byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
