/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Json;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** A realm in which changes of the configuration need approval, as administrators, auditors and applications see it. */
record RealmUnderApproval(Realm realm) {

    static final String KEY = "us.user.contact";
    static final String POLICY = "us-confidential";

    ApprovedRows rows() {
        return new ApprovedRows(realm);
    }

    void set(String value) {
        realm.change(changed -> changed.getAttributes().put("data-access.configurationApproval", value));
    }

    String reason(String scope) {
        return token(scope).reason();
    }

    int status(String scope) {
        return token(scope).status();
    }

    Answer token(String scope) {
        return realm.tokens().password(Client.SAMPLE_APP, "lin", "openid " + scope);
    }

    JsonNode classification() {
        return realm.adminRestOf("olga").get("classification").body();
    }

    List<String> codes() {
        return Json.each(classification().path("problems"), "code");
    }

    List<String> classified() {
        return Json.each(classification().path("categories"), "key");
    }

    /** What problems say of this place, one after the other. */
    String notApproved(String where) {
        StringBuilder said = new StringBuilder();
        classification().path("problems").forEach(problem -> {
            if (problem.path("code").asText().equals("not_approved")
                    && problem.path("where").asText().equals(where)) {
                said.append(problem.path("message").asText()).append('\n');
            }
        });
        return said.toString();
    }

    void approve(String policy, String field, String value) {
        rows().approve(content -> ApprovedRows.field(content, policy, field, value));
    }

    String policyField(String field) {
        return policy().getOrDefault(field, List.of("false")).get(0);
    }

    Map<String, List<String>> policy() {
        return config(POLICY, "io.dataaccess.keycloak.catalog.ApprovalPolicyProvider");
    }

    Map<String, List<String>> categoryConfig() {
        JsonNode config = ApprovedRows.named(Json.read(rows().content()).path("categories"), KEY)
                .path("config");
        return Map.of(
                "jurisdiction", List.of(config.at("/jurisdiction/0").asText()),
                "sensitivity", List.of(config.at("/sensitivity/0").asText()),
                "label", List.of(config.at("/label/0").asText()));
    }

    Map<String, List<String>> config(String name, String type) {
        return realm.admin().components().query(null, type, name).get(0).getConfig();
    }

    String added(ClientScopeRepresentation scope) {
        realm.addScope(scope);
        return realm.admin().clientScopes().findAll().stream()
                .filter(candidate -> candidate.getName().equals(scope.getName()))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    void assign(String scopeId) {
        String client = realm.admin()
                .clients()
                .findByClientId(Client.SAMPLE_APP.id())
                .get(0)
                .getId();
        realm.admin().clients().get(client).addOptionalClientScope(scopeId);
    }
}
