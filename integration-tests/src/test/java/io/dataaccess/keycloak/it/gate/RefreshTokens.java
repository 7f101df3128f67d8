/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Refresh tokens as a node without the gate, or an older one, would have issued them. */
final class RefreshTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "SELECT secret.value FROM component_config secret"
            + " JOIN component_config kid ON kid.component_id = secret.component_id AND kid.name = 'kid' AND kid.value = ?"
            + " JOIN component c ON c.id = secret.component_id JOIN realm r ON r.id = c.realm_id AND r.name = ?"
            + " WHERE secret.name = 'secret'";

    private RefreshTokens() {}

    /** The token without this claim, signed by the realm. */
    static String without(Realm realm, String claim, String token) {
        String[] parts = token.split("\\.", 3);
        try {
            ObjectNode claims = (ObjectNode) Jwt.claims(token);
            if (claims.remove(claim) == null) {
                throw new IllegalArgumentException("No claim " + claim + " in " + claims);
            }
            String kid = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]))
                    .path("kid")
                    .asText();
            String content = parts[0] + "." + encode(JSON.writeValueAsBytes(claims));
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret(realm, kid)), "HmacSHA512"));
            return content + "." + encode(mac.doFinal(content.getBytes(US_ASCII)));
        } catch (IOException | GeneralSecurityException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String secret(Realm realm, String kid) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(SECRET)) {
            statement.setString(1, kid);
            statement.setString(2, realm.name());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
