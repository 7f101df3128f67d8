/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person consents to is not what others approved. */
final class ConsentIT {

    private static final String PAGE = "form[action*=login-actions/consent]";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @SuppressWarnings("NullAway.Init")
    private static String ending;

    @SuppressWarnings("NullAway.Init")
    private static String slow;

    @BeforeAll
    static void askForConsent() {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
        approvals.addEmployee("ending");
        ending = approvals.give("ending", Client.SAMPLE_APP);
        approvals.addEmployee("slow");
        slow = approvals.give("slow", Client.SAMPLE_APP);
        // A login of the second of a logout counts as before it: nobody else logs in as this one.
        approvals.addEmployee("leaving");
        approvals.give("leaving", Client.SAMPLE_APP);
        realm.changeClient("sample-app", client -> client.setConsentRequired(true));
    }

    @Test
    void asksForApprovalFirstWhenNotApproved() {
        Visitor visitor = open("openid us-contact").signIn("maria");

        Outcome.assertStepUp(visitor);
        assertThat(visitor.page().select(PAGE)).isEmpty();
    }

    @Test
    void asksForConsentThenOpensWhenApproved() {
        Visitor visitor = open("openid us-contact").signIn("approved");
        assertThat(visitor.page().select(PAGE)).hasSize(1);

        visitor.submit(PAGE, Map.of("accept", "Yes"));

        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")), grant);
    }

    @Test
    void asksForApprovalAgainWhenConsentOutlivesIt() {
        Visitor visitor = open("openid us-contact").signIn("ending").submit(PAGE, Map.of("accept", "Yes"));
        assertThat(visitor.told("code")).isNotEmpty();
        approvals.revoke(ending);

        assertThat(realm.user("ending").getConsents()).hasSize(1);
        Outcome.assertStepUp(open("openid us-contact").signIn("ending"));
    }

    @Test
    void asksForApprovalAgainWhenItEndsBeforeTheConsent() {
        Visitor visitor = open("openid us-contact").signIn("slow");
        approvals.revoke(slow);

        visitor.submit(PAGE, Map.of("accept", "Yes"));

        Outcome.assertStepUp(visitor);
    }

    @Test
    void sendsToLoginWhenLoginEndsBeforeTheConsent() {
        Visitor visitor = open("openid us-contact").signIn("leaving");
        assertThat(visitor.page().select(PAGE)).hasSize(1);
        realm.user("leaving").logout();

        visitor.submit(PAGE, Map.of("accept", "Yes"));

        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.page().select("#kc-form-login")).hasSize(1);
        assertThat(visitor.page().text()).contains("Please sign in again");
    }

    private static Visitor open(String scope) {
        return new Visitor().open(AuthorizationUrl.of(realm, scope).toString());
    }
}
