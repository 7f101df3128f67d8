/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a JWT says, unchecked. */
public final class Jwt {

    private Jwt() {}

    public static JsonNode claims(String jwt) {
        try {
            return new ObjectMapper()
                    .readTree(
                            new String(Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[1]), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
