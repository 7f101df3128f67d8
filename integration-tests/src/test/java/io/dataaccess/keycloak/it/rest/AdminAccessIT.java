/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what. */
final class AdminAccessIT {

    private static final String TRY = "{\"subject\": \"lin\", \"clientId\": \"sample-app\", \"scope\": \"us-contact\"}";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    /** Once for all tests, because logins are slow. */
    private static final Map<String, Rest> people = new HashMap<>();

    @BeforeAll
    static void logIn() {
        List.of("lin", "avery", "olga", "pat").forEach(name -> people.put(name, realm.adminRestOf(name)));
        people.put("nobody", realm.adminRest(""));
        people.put(
                "application",
                realm.adminRest(realm.tokens()
                        .password(Client.SAMPLE_APP, "avery", "openid")
                        .accessToken()));
        people.put("master", realm.adminRest(Master.token(realm)));
    }

    @ParameterizedTest
    @CsvSource({
        // path, nobody's role, approver, auditor, policy admin
        "me,             200, 200, 200, 200",
        "requests,       403, 200, 200, 200",
        "requests/count, 403, 200, 200, 200",
        "requests/none,  403, 404, 404, 404",
        "grants,         403, 200, 200, 200",
        "grants/count,   403, 200, 200, 200",
        "classification, 403, 200, 200, 200",
        "decisions,      403, 403, 200, 200",
        "changes,        403, 200, 200, 200",
        "changes/count,  403, 200, 200, 200",
        "changes/none,   403, 404, 404, 404",
        "locks,          403, 200, 200, 200",
        "changes/none/votes,  403, 404, 404, 404",
        "requests/none/votes, 403, 404, 403, 403",
        "grants/none/revoke,  403, 404, 403, 404"
    })
    void answersByRoleWhenCalled(String path, int nobody, int approver, int auditor, int policyAdmin) {
        assertThat(call("nobody", path).status()).isEqualTo(401);
        assertThat(call("lin", path).status()).isEqualTo(nobody);
        assertThat(call("avery", path).status()).isEqualTo(approver);
        assertThat(call("olga", path).status()).isEqualTo(auditor);
        assertThat(call("pat", path).status()).isEqualTo(policyAdmin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me",
                "requests",
                "requests/count",
                "requests/none",
                "grants",
                "grants/count",
                "decisions",
                "changes",
                "changes/count",
                "changes/none",
                "locks",
                "requests/none/votes",
                "changes/none/votes",
                "grants/none/revoke"
            })
    void refusesWhenTokenIsOfAnApplicationOrAnotherRealm(String path) {
        Answer wrongClient = call("application", path);
        assertThat(wrongClient.status()).isEqualTo(403);
        assertThat(wrongClient.error()).isEqualTo("wrong_client");

        Answer wrongRealm = call("master", path);
        assertThat(wrongRealm.status()).isEqualTo(403);
        assertThat(wrongRealm.error()).isEqualTo("wrong_realm");
    }

    /** Each call names the roles that open it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requests       | data-access-approver, data-access-auditor, data-access-policy-admin",
                "grants         | data-access-approver, data-access-auditor, data-access-policy-admin",
                "classification | data-access-approver, data-access-auditor, data-access-policy-admin, view-realm",
                "decisions      | data-access-auditor, data-access-policy-admin",
                "changes        | data-access-approver, data-access-auditor, data-access-policy-admin",
                "locks          | data-access-approver, data-access-auditor, data-access-policy-admin"
            })
    void namesTheRolesWhenNoneIsThere(String path, String roles) {
        Answer refused = call("lin", path);

        assertThat(refused.error()).isEqualTo("forbidden");
        assertThat(refused.text("errorMessage")).endsWith(": " + roles);
        assertThat(refused.body().path("params").path("roles").asText()).isEqualTo(roles);
    }

    /** The one call for the server's administrators: see SetUpIT. */
    @Test
    void refusesWhenTokenForClassificationIsOfAnApplication() {
        assertThat(call("application", "classification").error()).isEqualTo("wrong_client");
    }

    @Test
    void refusesScriptsWhenRealmDoesNotListTheirClient() {
        realm.change(file -> file.getAttributes().remove("data-access.adminClients"));
        Answer answer = realm.adminRestOf("avery").get("me");
        realm.change(file -> file.getAttributes().put("data-access.adminClients", "security-admin-console admin-cli"));

        assertThat(answer.error()).isEqualTo("wrong_client");
        assertThat(realm.adminRestOf("avery").get("me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "lin, false, false, false",
        "avery, true, false, false",
        "dana, true, false, false",
        // In the group and with the role, but in a country whose approvers do not count.
        "sam, false, false, false",
        "olga, false, true, false",
        "pat, false, false, true"
    })
    void saysWhoOneIsWhenAsked(String username, boolean approver, boolean auditor, boolean policyAdmin) {
        Answer me = realm.adminRestOf(username).get("me");

        assertThat(me.text("username")).isEqualTo(username);
        assertThat(me.body().path("approver").asBoolean()).isEqualTo(approver);
        assertThat(me.body().path("approverRole").asBoolean()).isEqualTo(approver || username.equals("sam"));
        assertThat(me.body().path("auditor").asBoolean()).isEqualTo(auditor);
        assertThat(me.body().path("policyAdmin").asBoolean()).isEqualTo(policyAdmin);
    }

    @Test
    void findsWhenFiltersMatch() {
        String lin = staff.newcomer();
        String mine = staff.file(lin, "us-contact");
        staff.file(staff.newcomer(), "us-private");
        Rest pat = realm.adminRestOf("pat");

        assertThat(pat.get("requests?subject=" + lin).each("id")).containsExactly(mine);
        assertThat(pat.get("requests?subject=" + lin + "&scope=us-contact&clientId=sample-app&status=PENDING"
                                + "&sensitivity=CONFIDENTIAL&search=legal&dateFrom=2020-01-01&dateTo=2999-12-31")
                        .each("id"))
                .containsExactly(mine);
        assertThat(pat.get("requests/count?subject=" + lin).body().asInt()).isEqualTo(1);
        assertThat(pat.get("requests?subject=nobody").body()).isEmpty();
        assertThat(pat.get("requests?subject=" + lin + "&scope=us-private").body())
                .isEmpty();
        assertThat(pat.get("requests?subject=" + lin + "&status=DENIED").body()).isEmpty();
        assertThat(pat.get("requests?subject=" + lin + "&dateTo=2020-01-01").body())
                .isEmpty();
        assertThat(pat.get("requests?subject=&first=0&max=1").body()).hasSize(1);
        assertThat(pat.get("requests?sort=createdAt").each("createdAt")).isSorted();
        assertThat(realm.adminRestOf("dana").get("requests").each("scope")).containsOnly("us-private");
        assertThat(realm.adminRestOf("erin").get("requests/count").body().asInt())
                .isZero();
    }

    @Test
    void triesWhenAuditorAsks() {
        assertThat(decision("lin", "us-contact").text("rule")).isEqualTo("approval_required");
        assertThat(decision("lin", "us-public").text("rule")).isEqualTo("no_approval_required");
        assertThat(decision("chen", "us-contact").text("reason")).isEqualTo("not_eligible");
        String newcomer = staff.newcomer();
        String grant = staff.grant(newcomer);
        Answer granted = decision(newcomer, "us-contact");
        assertThat(granted.text("rule")).isEqualTo("grant");
        assertThat(granted.body().path("grant").path("id").asText()).isEqualTo(grant);
        assertThat(granted.body().path("policies").path(0).asText()).isEqualTo("us-confidential");
    }

    private static Answer decision(String subject, String scope) {
        return realm.adminRestOf("olga")
                .post("decisions", Map.of("subject", subject, "clientId", "sample-app", "scope", scope));
    }

    /** GET, or POST with a body that is fine, by path. */
    private static Answer call(String name, String path) {
        Rest rest = Objects.requireNonNull(people.get(name));
        if (path.equals("decisions")) {
            return rest.post(path, TRY);
        }
        if (path.endsWith("/votes")) {
            return rest.post(path, Map.of("decision", "APPROVE"));
        }
        return path.endsWith("/revoke") ? rest.post(path, Map.of("reason", "Closed")) : rest.get(path);
    }

    /** Ids of one realm mean nothing in another. */
    @Nested
    final class AnotherRealm {

        @RegisterExtension
        static final Realm other = new Realm();

        @Test
        void findsNothingWhenIdIsOfAnotherRealm() {
            String lin = staff.newcomer();
            String request = staff.file(lin, "us-private");
            String grant = staff.grant(lin);
            Rest pat = other.adminRestOf("pat");

            assertThat(pat.get("requests/" + request).status()).isEqualTo(404);
            assertThat(other.adminRestOf("avery")
                            .post("requests/" + request + "/votes", Map.of("decision", "APPROVE"))
                            .status())
                    .isEqualTo(404);
            assertThat(pat.post("grants/" + grant + "/revoke", Map.of("reason", "Closed"))
                            .status())
                    .isEqualTo(404);
            assertThat(realm.adminRestOf("pat").get("requests/" + request).status())
                    .isEqualTo(200);
        }
    }
}
