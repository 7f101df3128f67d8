/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Another company's sign-on: it says who somebody is, and signs it. */
public final class ForeignIssuer {

    public static final String URL = "https://sign-on.example";

    private final KeyPair key = generate();

    /** As identity providers are configured with it. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    /** A minute's statement about this person, for this audience. */
    public String says(String subject, String audience, Map<String, Object> more) {
        Map<String, Object> claims = new LinkedHashMap<>(more);
        claims.putIfAbsent("iat", Instant.now().getEpochSecond());
        return sign(subject, audience, claims);
    }

    /** A minute's statement that leaves out when it was made. */
    String saysAtSomeTime(String subject, String audience) {
        return sign(subject, audience, new LinkedHashMap<>());
    }

    private String sign(String subject, String audience, Map<String, Object> claims) {
        claims.put("iss", URL);
        claims.put("sub", subject);
        claims.put("aud", audience);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("exp", Instant.now().getEpochSecond() + 60);
        try {
            ObjectMapper json = new ObjectMapper();
            String text = base64(json.writeValueAsBytes(Map.of("alg", "RS256", "typ", "JWT", "kid", "foreign"))) + "."
                    + base64(json.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "." + base64(signature.sign());
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
