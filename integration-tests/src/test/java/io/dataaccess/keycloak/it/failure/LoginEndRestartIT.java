/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.it.features.ForeignIssuer;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A server, or all nodes of it, restarts between the moment at which an account was taken back and what would pass that by. */
@ResourceLock(Node.INSTALLATION)
final class LoginEndRestartIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROVIDER = "sign-on";

    private final ForeignIssuer issuer = new ForeignIssuer();

    @TempDir
    static Path data;

    @Test
    void refusesWhatIsOlderWhenTheServerWasRestartedSinceTheAccountWasDisabledForAWhile()
            throws IOException, InterruptedException, SQLException {
        try (Postgres postgres = new Postgres(data.resolve("postgres"))) {
            long before;
            try (Node node = Node.start("before", postgres)) {
                Workforce.create(node, realm());
                before = Instant.now().getEpochSecond();
                String administrator = node.administrator();
                String user = node.password(Client.SAMPLE_APP, "employee0", "openid")
                        .claims()
                        .path("sub")
                        .asText();
                for (boolean enabled : new boolean[] {false, true}) {
                    assertThat(node.changeUser(administrator, user, Map.of("enabled", enabled))
                                    .status())
                            .isEqualTo(204);
                }
            }

            try (Node node = Node.start("after", postgres)) {
                Answer older = use(node, "employee0", before);
                Answer newer = use(node, "employee0", Instant.now().getEpochSecond());
                Answer ofAnother = use(node, "employee1", before);

                assertThat(older.error()).isEqualTo("invalid_grant");
                assertThat(newer.status()).as("%s", newer.body()).isEqualTo(200);
                assertThat(ofAnother.status()).as("%s", ofAnother.body()).isEqualTo(200);
            }
        }
    }

    /** Two employees, of whom another company's sign-on may speak. */
    private ObjectNode realm() throws IOException {
        ObjectNode realm = Workforce.representation();
        for (String name : Workforce.employees(2)) {
            ObjectNode employee = JSON.valueToTree(Workforce.employee(name));
            employee.set(
                    "federatedIdentities",
                    JSON.valueToTree(List.of(Map.of("identityProvider", PROVIDER, "userId", name, "userName", name))));
            realm.withArray("users").add(employee);
        }
        realm.set("identityProviders", JSON.valueToTree(List.of(provider())));
        for (JsonNode client : realm.path("clients")) {
            if (client.path("clientId").asText().equals(Client.SAMPLE_APP.id())) {
                ((ObjectNode) client)
                        .withObjectProperty("attributes")
                        .put("oauth2.jwt.authorization.grant.enabled", "true")
                        .put("oauth2.jwt.authorization.grant.idp", PROVIDER);
            }
        }
        return realm;
    }

    private Map<String, Object> provider() {
        return Map.of(
                "alias",
                PROVIDER,
                "providerId",
                "jwt-authorization-grant",
                "enabled",
                true,
                "config",
                Map.of(
                        "issuer",
                        ForeignIssuer.URL,
                        "publicKeySignatureVerifier",
                        issuer.publicKey(),
                        "jwtAuthorizationGrantEnabled",
                        "true"));
    }

    /** Says of the employee what was said in that second. */
    private Answer use(Node node, String username, long second) throws IOException {
        String audience = node.password(Client.SAMPLE_APP, "employee1", "openid")
                .claims()
                .path("iss")
                .asText();
        return node.assertion(Client.SAMPLE_APP, issuer.says(username, audience, Map.of("iat", second)));
    }
}
