/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** People of a realm, who log in once, and what they have filed. */
final class Cast {

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");

    private final Realm realm;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Cast(Realm realm) {
        this.realm = realm;
    }

    Realm realm() {
        return realm;
    }

    String name() {
        return realm.name();
    }

    String server() {
        return realm.issuer().substring(0, realm.issuer().indexOf("/realms/"));
    }

    /** Of the person through the client, as in {@code lin@sample-app}; the empty name has none. */
    String token(String personAtClient) {
        return personAtClient.isEmpty() ? "" : tokens.computeIfAbsent(personAtClient, this::logIn);
    }

    /** Of the administrator of the whole server. */
    String administrator() {
        Shot logIn = new Shot(
                "POST",
                "/realms/master/protocol/openid-connect/token",
                List.of("Content-Type: application/x-www-form-urlencoded"),
                "grant_type=password&client_id=admin-cli&username=admin&password=admin".getBytes(UTF_8));
        return Oracle.json(new Wire(server()).send(logIn).body())
                .path("access_token")
                .asText();
    }

    private String logIn(String personAtClient) {
        String[] parts = personAtClient.split("@", 2);
        Answer answer = switch (parts[1]) {
            case "admin-cli" -> realm.tokens().password(Client.ADMIN_CLI, parts[0], "openid");
            case "account-console" -> realm.tokens().password(ACCOUNT_CONSOLE, parts[0], "openid");
            default -> realm.tokens().password(Client.SAMPLE_APP, parts[0], Tokens.FILING);
        };
        return answer.accessToken();
    }

    /** After a while tokens are no longer good. */
    void logInAgain() {
        tokens.clear();
    }

    Rest self(String person) {
        return realm.selfRest(token(person + "@sample-app"));
    }

    /** The account console lets nobody log in like this, so that the realm has to be changed before. */
    Rest inPerson(String person) {
        return realm.selfRest(token(person + "@account-console"));
    }

    Rest admin(String person) {
        return realm.adminRest(token(person + "@admin-cli"));
    }

    /** An admitted employee without any role. */
    String newcomer(String name) {
        realm.addUser(name, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
        return name;
    }

    static Map<String, Object> asking(String scope, String justification) {
        return Map.of(
                "clientId", "sample-app", "scope", scope, "purpose", "legal-request", "justification", justification);
    }

    String file(String person, String scope, String justification) {
        return filed(person, asking(scope, justification)).text("id");
    }

    Answer filed(String person, Map<String, Object> asking) {
        Answer filed = self(person).post("requests", asking);
        assertThat(filed.status()).isEqualTo(201);
        return filed;
    }

    Answer approve(String person, String requestId) {
        Answer voted = admin(person).post("requests/" + requestId + "/votes", Map.of("decision", "APPROVE"));
        assertThat(voted.status()).isEqualTo(200);
        return voted;
    }

    /** As an auditor reads it. */
    JsonNode request(String id) {
        return admin("olga").get("requests/" + id).body();
    }

    JsonNode grantsOf(String person) {
        return admin("olga").get("grants?subject=" + person).body();
    }
}
