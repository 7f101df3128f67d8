/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.LoginPage;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People of a realm: newcomers ask in a browser, those of the demo decide over REST. */
final class People {

    private final AtomicInteger newcomers = new AtomicInteger();
    private final Realm realm;
    private final OAuthApplication application;

    People(Realm realm, OAuthApplication application) {
        this.realm = realm;
        this.application = application;
    }

    /** An admitted employee nobody has heard of, so that tests do not meet in one request. */
    String newcomer() {
        String name = "newcomer" + newcomers.incrementAndGet();
        realm.addUser(name, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
        return name;
    }

    /** Signs in with the password. */
    void signIn(Page page, String username, String scope) {
        LoginPage.open(page, application.loginUrl(scope)).signIn(username);
    }

    /** The pending requests of this person, as the auditor sees them. */
    List<String> pending(String username) {
        return requests(username).each("id");
    }

    Answer requests(String username) {
        return realm.adminRestOf("olga").get("requests?status=PENDING&sort=createdAt&subject=" + username);
    }

    String pending(String username, String scope) {
        List<String> found = realm.adminRestOf("olga")
                .get("requests?status=PENDING&subject=" + username + "&scope=" + scope)
                .each("id");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    void approve(String approver, String username, String scope) {
        vote(approver, username, scope, Map.of("decision", "APPROVE"));
    }

    void approveFor(String duration, String approver, String username, String scope) {
        vote(approver, username, scope, Map.of("decision", "APPROVE", "duration", duration));
    }

    void deny(String approver, String username, String scope, String comment) {
        vote(approver, username, scope, Map.of("decision", "DENY", "comment", comment));
    }

    /** What this person has, by an approver. */
    void revoke(String approver, String username, String reason) {
        List<String> grants = realm.adminRestOf("olga")
                .get("grants?active=true&subject=" + username)
                .each("id");
        assertThat(grants).hasSize(1);
        Answer answer =
                realm.adminRestOf(approver).post("grants/" + grants.get(0) + "/revoke", Map.of("reason", reason));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(204);
    }

    private void vote(String approver, String username, String scope, Map<String, String> ballot) {
        Answer answer = realm.adminRestOf(approver).post("requests/" + pending(username, scope) + "/votes", ballot);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }
}
