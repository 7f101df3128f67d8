/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** Tokens that Keycloak still holds for good, after what they rest on has gone. */
final class IntrospectionIT {

    private static final String INACTIVE = "{\"active\":false}";

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void openDoors() {
        for (String client : List.of("sample-api", "batch")) {
            realm.changeClient(
                    client,
                    found ->
                            found.getAttributes().put("client.introspection.response.allow.jwt.claim.enabled", "true"));
        }
        realm.changeClient("batch", client -> client.setDirectAccessGrantsEnabled(true));
        realm.user("pat")
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("data-access-service-owner").toRepresentation()));
    }

    @Test
    void repeatsClaimsWhenAllowed() {
        approvals.addEmployee("allowed");
        String grant = approvals.give("allowed", Client.SAMPLE_APP);
        Answer answer = realm.tokens().introspect(Client.SAMPLE_API, token("allowed"));

        assertThat(answer.body().path("active").asBoolean()).isTrue();
        assertThat(answer.body().path("data_categories").toString()).isEqualTo("[\"us.user.contact\"]");
        assertThat(answer.body().at("/authorization_details/0/identifier").asText())
                .isEqualTo("us-contact");
        assertThat(answer.body().at("/authorization_details/0/approval/id").asText())
                .isEqualTo(grant);
        assertThat(answer.body().path("authorization_details")).hasSize(1);
    }

    @Test
    void writesErrorEventWhenSubjectIsBarred() {
        approvals.addEmployee("traced");
        approvals.give("traced", Client.SAMPLE_APP);
        String token = token("traced");
        approvals.bar("traced");
        realm.clearEvents();

        realm.tokens().introspect(Client.SAMPLE_API, token);

        assertThat(realm.events("INTROSPECT_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "not_eligible")
                .containsEntry("data_access_scopes", "us-contact");
    }

    @Test
    void sendsNoJwtWhenNotActive() {
        approvals.addEmployee("jwt");
        approvals.give("jwt", Client.SAMPLE_APP);
        String token = token("jwt");
        JsonNode before = Introspection.withJwt(realm, Client.SAMPLE_API, token);
        JsonNode notInAudience = Introspection.withJwt(realm, Client.BATCH, token);
        approvals.bar("jwt");

        JsonNode after = Introspection.withJwt(realm, Client.SAMPLE_API, token);

        assertThat(Jwt.claims(before.path("jwt").asText())
                        .at("/authorization_details/0/identifier")
                        .asText())
                .isEqualTo("us-contact");
        assertThat(notInAudience).hasToString(INACTIVE);
        assertThat(after).hasToString(INACTIVE);
    }

    @Test
    void answersInactiveWhenGrantIsRevokedAndNoSessionExists() {
        Map<String, String> service = Map.of("subject", "service-account-batch");
        String first = approvals.give("pat", Client.BATCH, service);
        String resting =
                realm.tokens().clientCredentials(Client.BATCH, "us-contact").accessToken();
        assertThat(isActive(resting)).isTrue();

        approvals.revoke(first);
        assertThat(realm.tokens().introspect(Client.SAMPLE_API, resting).body()).hasToString(INACTIVE);

        approvals.give("pat", Client.BATCH, service);
        String anew =
                realm.tokens().clientCredentials(Client.BATCH, "us-contact").accessToken();
        assertThat(isActive(anew)).isTrue();
        assertThat(isActive(resting)).as("rests on its own grant").isFalse();
    }

    private boolean isActive(String token) {
        return realm.tokens()
                .introspect(Client.SAMPLE_API, token)
                .body()
                .path("active")
                .asBoolean();
    }

    @Test
    void answersInactiveWhenScopeBecameGuardedSince() {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("late");
        scope.setProtocol("openid-connect");
        scope.setAttributes(new HashMap<>(Map.of("include.in.token.scope", "true")));
        realm.addScope(scope);
        Mappers.allow(realm, "sample-app", "late");
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, "maria", "openid us-public late")
                .accessToken();
        Answer before = realm.tokens().introspect(Client.SAMPLE_API, token);

        realm.changeCategories("late", "us.user.content.public");
        Answer after = realm.tokens().introspect(Client.SAMPLE_API, token);
        String anew = realm.tokens()
                .password(Client.SAMPLE_APP, "maria", "openid late us-public")
                .accessToken();

        assertThat(before.body().path("active").asBoolean()).isTrue();
        assertThat(after.body()).hasToString(INACTIVE);
        assertThat(realm.tokens()
                        .introspect(Client.SAMPLE_API, anew)
                        .body()
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    private static String token(String username) {
        return realm.tokens()
                .password(Client.SAMPLE_APP, username, "openid us-contact")
                .accessToken();
    }
}
