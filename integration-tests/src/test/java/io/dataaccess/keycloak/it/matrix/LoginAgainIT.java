/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What ends a login also ends the one that the browser's session begins at once in its place: not-before lies ahead here, as
 * whatever happened within the same second does.
 */
final class LoginAgainIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);
    private static final AtomicInteger employees = new AtomicInteger();

    private final String employee = "again" + employees.incrementAndGet();
    private final Visitor browser = new Visitor();

    @BeforeEach
    void signIn() {
        approvals.addEmployee(employee);
        browser.open(url("openid").toString()).signIn(employee);
        assertThat(browser.told("code")).isNotEmpty();
    }

    @AfterEach
    void resetNotBefore() {
        realm.changeClient(Client.SAMPLE_APP.id(), client -> client.setNotBefore(0));
    }

    @Test
    void asksForPasswordWhenSessionWouldGoRoundInCircles() {
        notBefore(3600);

        browser.open(url("openid us-contact").toString());

        assertAtLogin();
    }

    @Test
    void asksForPasswordAgainWhenThatIsTooOldAsWell() {
        notBefore(3600);
        browser.open(url("openid us-contact").toString()).signIn(employee);

        assertAtLogin();
    }

    @Test
    void opensWhenPasswordIsGivenAfterwards() {
        String grant = approvals.give(employee, Client.SAMPLE_APP);
        notBefore(3600);
        browser.open(url("openid us-contact").toString());
        assertAtLogin();
        notBefore(-3600);

        browser.signIn(employee);

        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, browser.told("code")), grant);
    }

    @Test
    void asksForPasswordWhenPageOfTheAccountIsSent() {
        browser.open(url("openid").with("kc_action", "UPDATE_PASSWORD").toString());
        notBefore(3600);

        setPassword();

        assertAtLogin();
    }

    @Test
    void goesOnInTheSessionWhenNothingHasEnded() {
        notBefore(-3600);

        Outcome.assertStepUp(browser.open(url("openid us-contact").toString()));
        browser.open(url("openid").with("kc_action", "UPDATE_PASSWORD").toString());
        setPassword();

        assertThat(browser.told("kc_action_status")).isEqualTo("success");
    }

    /** No session takes the place of the password, and the application may not have one asked for. */
    @Test
    void tellsTheApplicationWhenPagesAreForbidden() {
        notBefore(3600);

        browser.open(url("openid us-contact").with("prompt", "none").toString());

        assertThat(browser.isAtApplication()).isTrue();
        assertThat(browser.told("error")).isIn("login_required", "interaction_required");
    }

    private void setPassword() {
        browser.submit(
                "#kc-passwd-update-form", Map.of("password-new", Realm.PASSWORD, "password-confirm", Realm.PASSWORD));
    }

    private void assertAtLogin() {
        assertThat(browser.isAtApplication()).isFalse();
        assertThat(browser.page().select("#kc-form-login"))
                .as(browser.page().text())
                .hasSize(1);
        assertThat(browser.page().text()).contains("Please sign in again");
    }

    private static void notBefore(int seconds) {
        int at = Math.toIntExact(Instant.now().getEpochSecond() + seconds);
        realm.changeClient(Client.SAMPLE_APP.id(), client -> client.setNotBefore(at));
    }

    private static AuthorizationUrl url(String scope) {
        return AuthorizationUrl.of(realm, scope);
    }
}
