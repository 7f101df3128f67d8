/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.keycloak.representations.idm.ComponentRepresentation;

/** The policy admins of a realm at work: Pat of the demo, and others. */
final class PolicyAdmins {

    private static final String POLICY = "io.dataaccess.keycloak.catalog.ApprovalPolicyProvider";
    private static final String CATEGORY = "io.dataaccess.keycloak.catalog.DataCategoryProvider";

    private final Realm realm;

    PolicyAdmins(Realm realm) {
        this.realm = realm;
    }

    void add(String username) {
        realm.addUser(username, Map.of("country", "US", "legal_entity", "Clips US Data Security"));
        realm.user(username)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("data-access-policy-admin").toRepresentation()));
    }

    /** From then on changes need an approval. */
    void require() {
        realm.change(changed -> changed.getAttributes().put("data-access.configurationApproval", "required"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !realm.adminRestOf("pat")
                        .get("classification")
                        .body()
                        .path("policies")
                        .isEmpty());
    }

    /** Pat proposes other values of a field of a policy. */
    String propose(String policy, String field, String... values) {
        Answer proposed = realm.adminRestOf("pat").post("changes", proposal(policy, field, values));
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        return proposed.text("id");
    }

    Map<String, Object> proposal(String policy, String field, String... values) {
        return Map.of("reason", "Because of case 12345", "policies", policies(policy, field, values));
    }

    void letManageRealm(String username) {
        String client = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        realm.asAdministratorOfAll(resource -> resource.users()
                .get(realm.user(username).toRepresentation().getId())
                .roles()
                .clientLevel(client)
                .add(List.of(resource.clients()
                        .get(client)
                        .roles()
                        .get("manage-realm")
                        .toRepresentation())));
    }

    /** All policies as they stand in the realm, but for this field. */
    List<Map<String, Object>> policies(String policy, String field, String... values) {
        return elements(POLICY).stream()
                .map(element -> policy.equals(element.get("name")) ? with(element, field, values) : element)
                .toList();
    }

    /** The whole classification as it stands in the realm, but for this field of a policy. */
    Map<String, Object> whole(String policy, String field, String... values) {
        return Map.of(
                "categories",
                elements(CATEGORY),
                "policies",
                policies(policy, field, values),
                "scopes",
                realm.admin().clientScopes().findAll().stream()
                        .filter(scope -> scope.getAttributes().containsKey("data-access.categories"))
                        .map(scope -> Map.of(
                                "name",
                                scope.getName(),
                                "categories",
                                List.of(scope.getAttributes()
                                        .get("data-access.categories")
                                        .split(" "))))
                        .toList());
    }

    Answer vote(String username, String change, String decision) {
        return realm.adminRestOf(username)
                .post("changes/" + change + "/votes", Map.of("decision", decision, "comment", "Looked at it"));
    }

    Answer approve(String username, String change) {
        return vote(username, change, "APPROVE");
    }

    /** What the policy says that is in force. */
    String inForce(String policy, String field) {
        JsonNode policies =
                realm.adminRestOf("pat").get("classification").body().path("policies");
        return StreamSupport.stream(policies.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(policy))
                .findFirst()
                .orElseThrow()
                .path(field)
                .asText();
    }

    private List<Map<String, Object>> elements(String type) {
        return realm.admin().components().query(null, type).stream()
                .map(PolicyAdmins::element)
                .toList();
    }

    private static Map<String, Object> element(ComponentRepresentation component) {
        return Map.of("name", component.getName(), "config", new HashMap<>(component.getConfig()));
    }

    private static Map<String, Object> with(Map<String, Object> element, String field, String... values) {
        Map<Object, Object> config = new HashMap<>((Map<?, ?>) element.get("config"));
        config.put(field, List.of(values));
        return Map.of("name", element.get("name"), "config", config);
    }
}
