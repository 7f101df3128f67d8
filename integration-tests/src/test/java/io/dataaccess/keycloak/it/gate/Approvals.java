/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Access to US contact details, asked for and approved through REST as people would. */
public final class Approvals {

    public static final String SCOPE = "us-contact";

    private final Realm realm;

    public Approvals(Realm realm) {
        this.realm = realm;
    }

    /** An employee who may ask. */
    public void addEmployee(String username) {
        realm.addUser(username, Map.of("country", "CN", "legal_entity", "Clips Singapore"));
    }

    /** Moves somebody to the entity that is barred. */
    public void bar(String username) {
        realm.changeAttribute(username, "legal_entity", "Clips Beijing");
    }

    /** The id of an access grant of eight hours. */
    public String give(String username, Client client) {
        return give(username, client, Map.of());
    }

    /** The id of an access grant, whose request was filed with these fields changed. */
    public String give(String username, Client client, Map<String, String> changes) {
        String requestId = file(username, client, changes);
        Answer voted =
                realm.adminRestOf("avery").post("requests/" + requestId + "/votes", Map.of("decision", "APPROVE"));
        assertThat(voted.text("status")).as(voted.body().toString()).isEqualTo("APPROVED");
        return grants("requestId", requestId).path("id").asText();
    }

    /** The id of a request that waits. */
    public String file(String username, Client client) {
        return file(username, client, Map.of());
    }

    private String file(String username, Client client, Map<String, String> changes) {
        Map<String, Object> request = new HashMap<>(Map.of(
                "clientId", client.id(),
                "scope", SCOPE,
                "purpose", "legal-request",
                "justification", "A court asks for it, case 4711",
                "duration", "PT8H"));
        request.putAll(changes);
        Mappers.allow(realm, client.id(), "data-access");
        Answer tokens = realm.tokens().password(client, username, Tokens.FILING);
        assertThat(tokens.status()).as(tokens.body().toString()).isEqualTo(200);
        Answer filed = realm.selfRest(tokens.accessToken()).post("requests", request);
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        return filed.text("id");
    }

    public void revoke(String grantId) {
        Answer revoked =
                realm.adminRestOf("avery").post("grants/" + grantId + "/revoke", Map.of("reason", "No longer needed"));
        assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(204);
    }

    public JsonNode grant(String grantId) {
        return grants("id", grantId);
    }

    private JsonNode grants(String field, String value) {
        Answer grants = realm.adminRestOf("olga").get("grants?max=100");
        return StreamSupport.stream(grants.body().spliterator(), false)
                .filter(grant -> grant.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
