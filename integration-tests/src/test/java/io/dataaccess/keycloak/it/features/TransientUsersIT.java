/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Edition;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Tokens;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People from elsewhere whom Keycloak does not keep: each login makes somebody new of them. */
final class TransientUsersIT {

    @RegisterExtension
    static final Realm realm = Realm.on(Edition.PREVIEW);

    private static SignOn signOn;

    @BeforeAll
    static void openSignOn() {
        signOn = new SignOn(realm);
        signOn.open("kept", "passing", "asking", "deciding", "voting");
        realm.changeClient("sample-app", client -> client.setFullScopeAllowed(true));
        realm.change(found -> found.getAttributes().put("data-access.adminClients", "sample-app admin-cli"));
    }

    @AfterAll
    static void closeSignOn() {
        signOn.close();
    }

    @Test
    void refusesTransientUserWhenEligibleByAttributes() {
        signOn.forget(true);

        Visitor visitor = signOn.visit(url("openid us-public"), "passing");
        Answer unguarded = login("openid", "passing");

        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.page().title()).contains("not open to you");
        assertThat(unguarded.claims().path("sub").asText()).startsWith("lightweight-");
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, unguarded.refreshToken(), "")
                        .scopes())
                .doesNotContain("us-public");
    }

    @Test
    void permitsUserWhenKept() {
        signOn.forget(false);

        Answer answer = login("openid us-public", "kept");

        assertThat(answer.claims().path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
    }

    @Test
    void refusesRequestWhenFiledByTransientUser() {
        signOn.forget(true);
        String token = login(Tokens.FILING, "asking").accessToken();

        Answer answer = realm.selfRest(token)
                .post(
                        "requests",
                        Map.of(
                                "clientId", "sample-app",
                                "scope", "us-contact",
                                "purpose", "legal-request",
                                "justification", "A court asks for it, case 4711"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("not_eligible");
    }

    @Test
    void refusesVoteWhenApproverIsTransient() {
        String request = file("voted-on");
        signOn.forget(true);

        Answer answer = vote("deciding", request);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("not_an_approver");
    }

    @Test
    void takesVoteWhenApproverIsKept() {
        String request = file("decided-on");
        signOn.forget(false);

        assertThat(vote("voting", request).text("status")).isEqualTo("APPROVED");
    }

    private static Answer vote(String approver, String request) {
        return realm.adminRest(login("openid", approver).accessToken())
                .post("requests/" + request + "/votes", Map.of("decision", "APPROVE"));
    }

    private static String file(String username) {
        new Approvals(realm).addEmployee(username);
        Answer filed = realm.selfRest(realm.tokens()
                        .password(Client.SAMPLE_APP, username, Tokens.FILING)
                        .accessToken())
                .post(
                        "requests",
                        Map.of(
                                "clientId", "sample-app",
                                "scope", "us-contact",
                                "purpose", "legal-request",
                                "justification", "A court asks for it, case 4711"));
        return filed.text("id");
    }

    private static Answer login(String scope, String person) {
        Visitor visitor = signOn.visit(url(scope), person);
        assertThat(visitor.isAtApplication()).as(visitor.page().text()).isTrue();
        return realm.tokens().code(Client.SAMPLE_APP, visitor.told("code"));
    }

    private static String url(String scope) {
        return realm.tokens().loginUrl(Client.SAMPLE_APP, scope);
    }
}
