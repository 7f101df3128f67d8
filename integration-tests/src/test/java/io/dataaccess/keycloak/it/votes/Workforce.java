/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** People of a realm who ask, decide and revoke; each logs in once. */
final class Workforce {

    static final String BARRED = "Clips Beijing";
    static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");
    static final Map<String, String> DENY = Map.of("decision", "DENY", "comment", "No such case");
    static final Map<String, String> REASON = Map.of("reason", "The case is closed");

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");

    private final Realm realm;
    private final AtomicInteger newcomers = new AtomicInteger();
    private final Map<String, Rest> desks = new HashMap<>();
    private final Map<String, Rest> accounts = new HashMap<>();

    Workforce(Realm realm) {
        this.realm = realm;
    }

    /** Scripts may log in to the account console, whose tokens file for any client. */
    void openAccountConsole() {
        realm.changeClient(ACCOUNT_CONSOLE.id(), client -> client.setDirectAccessGrantsEnabled(true));
    }

    /** An admitted employee nobody has heard of. */
    String newcomer() {
        String name = "newcomer" + newcomers.incrementAndGet();
        realm.addUser(name, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
        return name;
    }

    /** A newcomer in the US, in these groups. */
    String approver(String... groups) {
        String name = "approver" + newcomers.incrementAndGet();
        realm.addUser(name, Map.of("country", "US", "legal_entity", "Clips US Data Security"), groups);
        return name;
    }

    /** The REST of those who decide, with the login that the person made first. */
    Rest desk(String username) {
        return desks.computeIfAbsent(username, realm::adminRestOf);
    }

    /** The requester's REST through the account console, with the login that the person made first. */
    Rest account(String username) {
        return accounts.computeIfAbsent(
                username,
                name -> realm.selfRest(
                        realm.tokens().password(ACCOUNT_CONSOLE, name, "openid").accessToken()));
    }

    static Map<String, Object> asking(String scope) {
        return new HashMap<>(Map.of(
                "clientId",
                "sample-app",
                "scope",
                scope,
                "purpose",
                "legal-request",
                "justification",
                "A court asks for the contact details of one user"));
    }

    /** Files and returns the id. */
    String file(String username, String scope) {
        return file(username, asking(scope));
    }

    String file(String username, Map<String, Object> asking) {
        Answer filed = account(username).post("requests", asking);
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        return filed.text("id");
    }

    Answer vote(String username, String request, Map<String, String> ballot) {
        return desk(username).post("requests/" + request + "/votes", ballot);
    }

    Answer approve(String username, String request) {
        return vote(username, request, APPROVE);
    }

    Answer deny(String username, String request) {
        return vote(username, request, DENY);
    }

    Answer revoke(String username, String grant) {
        return desk(username).post("grants/" + grant + "/revoke", REASON);
    }

    /** Files, lets avery approve contact details; the id of the grant. */
    String grant(String username) {
        return approve("avery", file(username, "us-contact"))
                .body()
                .at("/grant/id")
                .asText();
    }

    /** As the policy admin sees it. */
    JsonNode request(String id) {
        return desk("pat").get("requests/" + id).body();
    }

    String status(String request) {
        return request(request).path("status").asText();
    }

    /** Whether the person would get a token with this scope for the sample application now. */
    boolean isAllowed(String username, String scope) {
        Answer decision =
                desk("pat").post("decisions", Map.of("subject", username, "clientId", "sample-app", "scope", scope));
        assertThat(decision.status()).isEqualTo(200);
        return decision.body().path("allowed").asBoolean();
    }

    /** Whatever was done in this realm: who was granted something asked for it and was approved, and only they. */
    void assertGrantsAreOfApprovedRequestsOnly() {
        assertThat(ids("requests?status=APPROVED&", "id"))
                .containsExactlyInAnyOrderElementsOf(ids("grants?", "requestId"));
    }

    private Iterable<String> ids(String path, String field) {
        int count = desk("pat")
                .get(path.replaceFirst("[?].*", "/count") + (path.contains("=") ? "?status=APPROVED" : ""))
                .body()
                .asInt();
        return IntStream.iterate(0, first -> first < count, first -> first + 100)
                .mapToObj(first ->
                        desk("pat").get(path + "max=100&first=" + first).body())
                .flatMap(page -> StreamSupport.stream(page.spliterator(), false))
                .map(row -> row.path(field).asText())
                .toList();
    }

    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.error()).as("%s", answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
