/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What makes a realm quick to use and is not what any test is about: passwords hashed once instead of as slowly as
 * attackers deserve, as many requests an hour as there can be, and one signing key for all realms instead of seconds of looking for primes for each.
 */
final class Quick {

    static final String PASSWORDS = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    private static final KeyPair KEY = generate();

    private Quick() {}

    static void apply(ObjectNode realm) {
        realm.put("passwordPolicy", PASSWORDS);
        realm.withObject("/attributes").put("data-access.requestsPerHour", "999");
        ArrayNode keys = realm.withObject("/components").putArray("org.keycloak.keys.KeyProvider");
        add(keys, "rsa", Map.of("privateKey", pem()));
        add(keys, "hmac-generated", Map.of("algorithm", "HS512"));
        add(keys, "aes-generated", Map.of());
        add(keys, "eddsa-generated", Map.of());
    }

    /** Enabled, with the password of all and a complete profile. */
    static UserRepresentation user(String username) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(Realm.PASSWORD);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(username);
        user.setFirstName(username);
        user.setLastName("Test");
        user.setEmail(username + "@clips.example");
        user.setEnabled(true);
        user.setCredentials(List.of(password));
        return user;
    }

    private static void add(ArrayNode keys, String provider, Map<String, String> config) {
        ObjectNode key = keys.addObject().put("name", provider).put("providerId", provider);
        ObjectNode values = key.putObject("config");
        values.putArray("priority").add("100");
        config.forEach((name, value) -> values.putArray(name).add(value));
    }

    private static String pem() {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(KEY.getPrivate().getEncoded());
        return String.join("\n", List.of("-----BEGIN PRIVATE KEY-----", base64, "-----END PRIVATE KEY-----"));
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
