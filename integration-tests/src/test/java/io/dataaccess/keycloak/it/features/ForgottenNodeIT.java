/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Forger;
import io.dataaccess.keycloak.it.gate.Jwt;
import io.dataaccess.keycloak.it.story.SampleApplication;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node without the gate issues is as valid as any other token of the realm: the API is the last to look. */
final class ForgottenNodeIT {

    @Order(1)
    @RegisterExtension
    static final Realm realm = new Realm();

    @Order(2)
    @RegisterExtension
    static final ForgottenNode node = new ForgottenNode(realm);

    @Order(3)
    @RegisterExtension
    static final SampleApplication application = new SampleApplication(realm);

    @Test
    void refusesAtTheApiWhenNodeLacksTheJar() {
        String token = Operator.login(node.tokenEndpoint(), Client.SAMPLE_APP, "maria", "openid us-contact");
        JsonNode claims = Jwt.claims(token);
        assertThat(claims.path("iss").asText()).isEqualTo(realm.issuer());
        assertThat(claims.path("scope").asText().split(" ")).contains("us-contact");
        assertThat(claims.has("data_categories")).isFalse();
        assertThat(claims.has("authorization_details")).isFalse();

        JsonNode refusal = Operator.read(Operator.get(contact(), token), 403);

        assertThat(refusal.path("error").asText()).isEqualTo("insufficient_scope");
        assertThat(refusal.path("failed").asText()).isEqualTo("entry");
    }

    @Test
    void permitsAtTheApiWhenNodeHasTheJar() {
        Approvals approvals = new Approvals(realm);
        approvals.addEmployee("guarded");
        approvals.give("guarded", Client.SAMPLE_APP);
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, "guarded", "openid us-contact")
                .accessToken();

        JsonNode answer = Operator.read(Operator.get(contact(), token), 200);

        assertThat(answer.path("data").toString()).contains("user1001@example.com");
    }

    /** Our own interfaces look again: there, the claim of a mapper stands beside Keycloak's. */
    @Test
    void refusesAtTheConsoleWhenNodeLacksTheJarAndMapperNamesAnotherSession() {
        Answer approver = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
        Client forger = Forger.of(List.of("access.token.claim"))
                .copy("firstName", "azp")
                .copy("lastName", "sid")
                .in(realm, "forger");
        realm.changeUser("maria", user -> {
            user.setFirstName("admin-cli");
            user.setLastName(approver.claims().path("sid").asText());
        });
        String token = Operator.login(node.tokenEndpoint(), forger, "maria", "openid");
        assertThat(Jwt.claims(token).path("azp").asText()).isEqualTo("admin-cli");
        assertThat(Jwt.claims(token).path("sid").asText())
                .isEqualTo(approver.claims().path("sid").asText());

        Answer refused = realm.adminRest(token).get("me");
        Answer permitted = realm.adminRest(approver.accessToken()).get("me");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("invalid_token");
        assertThat(realm.selfRest(token).get("requests").status()).isEqualTo(401);
        assertThat(permitted.text("username")).isEqualTo("avery");
    }

    private static String contact() {
        return application.url() + "api/users/1001/contact";
    }
}
