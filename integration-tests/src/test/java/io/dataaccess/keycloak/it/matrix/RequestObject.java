/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.testing.Client;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The parameters of an authorization request as one JWT (RFC 9101). */
record RequestObject(Map<String, String> parameters) {

    String unsigned() {
        return content("none") + ".";
    }

    String signedBy(Client client) {
        String content = content("HS256");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(client.secret().getBytes(UTF_8), "HmacSHA256"));
            return content + "." + encode(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content(String algorithm) {
        try {
            return encode(("{\"alg\":\"" + algorithm + "\"}").getBytes(UTF_8)) + "."
                    + encode(new ObjectMapper().writeValueAsBytes(parameters));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
