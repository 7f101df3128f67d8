/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Edition;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.representations.idm.authorization.ClientScopePolicyRepresentation;
import org.keycloak.representations.idm.authorization.ResourcePermissionRepresentation;
import org.keycloak.representations.idm.authorization.ResourceRepresentation;
import org.keycloak.representations.idm.authorization.ScopeRepresentation;

/**
 * Keycloak's endpoints that answer who may do what without issuing a token, for an API whose authorization settings read a
 * guarded scope. They never pass the gate: what is found here stands in the threat model, and {@code problems} tells of it.
 */
final class DecisionsIT {

    private static final String POLICY = "may read contacts";

    @RegisterExtension
    static final Realm realm = Realm.on(Edition.PREVIEW);

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void decideByGuardedScope() {
        realm.changeClient("sample-api", client -> {
            client.setServiceAccountsEnabled(true);
            client.setAuthorizationServicesEnabled(true);
        });
        AuthorizationResource authorization = authorization("sample-api");
        authorization.scopes().create(new ScopeRepresentation("read")).close();
        ResourceRepresentation contacts = new ResourceRepresentation("contacts");
        contacts.setType("data");
        contacts.addScope("read");
        authorization.resources().create(contacts).close();
        addPolicy("us-contact", "sample-api", POLICY);
        ResourcePermissionRepresentation permission = new ResourcePermissionRepresentation();
        permission.setName("contacts");
        permission.addResource("contacts");
        permission.addPolicy(POLICY);
        authorization.permissions().resource().create(permission).close();
    }

    @Test
    void findsClientWhenItDecidesByAGuardedScope() {
        assertThat(problems())
                .contains(
                        "ERROR decision_without_token at client sample-api",
                        "ERROR feature_without_gate at feature authzen:v1");
    }

    @Test
    void findsNothingWhenThePolicyReadsAnUnguardedScope() {
        realm.changeClient("sample-app", client -> {
            client.setServiceAccountsEnabled(true);
            client.setAuthorizationServicesEnabled(true);
        });
        addPolicy("profile", "sample-app", "may sign in");

        assertThat(problems()).doesNotContain("ERROR decision_without_token at client sample-app");
    }

    /** UMA goes by the token it is shown, which the gate has let through, and asks nothing anew. */
    @Test
    void refusesDecisionWhenTokenLacksTheScope() {
        approvals.addEmployee("decided");
        Answer without = realm.tokens().password(Client.SAMPLE_APP, "decided", "openid");
        assertThat(decision(without).body().has("result")).isFalse();

        approvals.give("decided", Client.SAMPLE_APP);
        Answer with = realm.tokens().password(Client.SAMPLE_APP, "decided", "openid us-contact");
        assertThat(decision(with).body().path("result").asBoolean())
                .as("%s", decision(with).body())
                .isTrue();
    }

    /** AuthZEN has no token to go by: with such a policy it fails in 26.7.3, which is no yes. */
    @Test
    void refusesDecisionWhenAuthzenHasNoToken() {
        approvals.addEmployee("spoken-for");

        assertThat(authzen("spoken-for", Map.of()).body().path("decision").asBoolean())
                .isFalse();
    }

    /** A known limit, and why the feature is an ERROR: who asks says which scopes the person has, and nobody approved. */
    @Test
    void takesTheCallersWordWhenAuthzenIsToldTheScope() {
        approvals.addEmployee("vouched-for");

        Answer answer = authzen("vouched-for", Map.of("scope", "us-contact"));

        assertThat(answer.body().path("decision").asBoolean())
                .as("%s", answer.body())
                .isTrue();
        assertThat(authzen("vouched-for", Map.of("scope", "profile"))
                        .body()
                        .path("decision")
                        .asBoolean())
                .isFalse();
    }

    /** Asked by the API, which says this of the person. */
    private static Answer authzen(String username, Map<String, String> properties) {
        String api = realm.tokens().clientCredentials(Client.SAMPLE_API, "").accessToken();
        return realm.keycloaksRest("/authzen/access/v1/", api)
                .post(
                        "evaluation",
                        Map.of(
                                "subject",
                                Map.of("type", "user", "id", "username:" + username, "properties", properties),
                                "resource",
                                Map.of("type", "data", "id", "contacts"),
                                "action",
                                Map.of("name", "read")));
    }

    private static Answer decision(Answer subject) {
        return realm.tokens()
                .grant(
                        Client.SAMPLE_APP,
                        "urn:ietf:params:oauth:grant-type:uma-ticket",
                        Map.of(
                                "audience", "sample-api",
                                "subject_token", subject.accessToken(),
                                "permission", "contacts",
                                "response_mode", "decision"));
    }

    private static List<String> problems() {
        JsonNode found = realm.adminRestOf("olga").get("classification").body().path("problems");
        return StreamSupport.stream(found.spliterator(), false)
                .map(problem -> problem.path("severity").asText() + " "
                        + problem.path("code").asText() + " at "
                        + problem.path("where").asText())
                .toList();
    }

    private static void addPolicy(String scope, String client, String name) {
        ClientScopePolicyRepresentation policy = new ClientScopePolicyRepresentation();
        policy.setName(name);
        policy.addClientScope(scope, true);
        authorization(client).policies().clientScope().create(policy).close();
    }

    private static AuthorizationResource authorization(String client) {
        String id = realm.admin().clients().findByClientId(client).get(0).getId();
        return realm.admin().clients().get(id).authorization();
    }
}
