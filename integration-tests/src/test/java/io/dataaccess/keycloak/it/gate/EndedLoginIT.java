/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.CredentialRepresentation;

/** An account with an access grant is taken back: its sessions, which Keycloak leaves, open no guarded data any more. */
final class EndedLoginIT {

    private static final String SCOPE = "openid us-contact";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);
    private static final AtomicInteger employees = new AtomicInteger();

    private final String employee = "ended" + employees.incrementAndGet();

    @BeforeEach
    void giveAccess() {
        approvals.addEmployee(employee);
        approvals.give(employee, Client.SAMPLE_APP);
    }

    /** How an administrator takes an account back. */
    enum Taken {
        BY_PASSWORD {
            @Override
            void from(String username) {
                CredentialRepresentation password = new CredentialRepresentation();
                password.setType("password");
                password.setValue(Realm.PASSWORD);
                realm.user(username).resetPassword(password);
            }
        },
        BY_SWITCHING_IT_OFF_AND_ON {
            @Override
            void from(String username) {
                realm.changeUser(username, user -> user.setEnabled(false));
                realm.changeUser(username, user -> user.setEnabled(true));
            }
        };

        abstract void from(String username);
    }

    static Stream<Taken> ways() {
        return Stream.of(Taken.values());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusesRefreshWhenTheAccountWasTakenBackSince(Taken way) {
        Answer tokens = realm.tokens().password(Client.SAMPLE_APP, employee, SCOPE);
        assertOpens(refresh(tokens, ""));

        way.from(employee);

        assertEnded(refresh(tokens, ""));
        assertThat(refresh(tokens, "openid").status()).as("what is not guarded").isEqualTo(200);
        afterThatSecond();
        assertOpens(realm.tokens().password(Client.SAMPLE_APP, employee, SCOPE));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusesOfflineRefreshWhenTheAccountWasTakenBackSince(Taken way) {
        Answer tokens = realm.tokens().password(Client.SAMPLE_APP, employee, SCOPE + " offline_access");
        assertOpens(refresh(tokens, ""));

        way.from(employee);

        assertEnded(refresh(tokens, ""));
        afterThatSecond();
        assertOpens(refresh(realm.tokens().password(Client.SAMPLE_APP, employee, SCOPE + " offline_access"), ""));
    }

    /** Else the browser would go to and fro between the application, whose code is refused, and the session. */
    @ParameterizedTest
    @MethodSource("ways")
    void asksForPasswordInTheBrowserWhenTheAccountWasTakenBackSince(Taken way) {
        Visitor browser = new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"))
                .signIn(employee);

        way.from(employee);

        assertThat(browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"))
                        .isAtApplication())
                .as("what is not guarded")
                .isTrue();
        browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, SCOPE));
        assertThat(browser.page().select("#kc-form-login"))
                .as(browser.page().text())
                .hasSize(1);
        assertThat(browser.page().text()).contains("Please sign in again: your sign-in has ended meanwhile.");
        afterThatSecond();
        assertOpens(
                realm.tokens().code(Client.SAMPLE_APP, browser.signIn(employee).told("code")));
    }

    @Test
    void opensWhenNothingEndedTheLogin() {
        Visitor browser = new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"))
                .signIn(employee);

        browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, SCOPE));

        assertOpens(realm.tokens().code(Client.SAMPLE_APP, browser.told("code")));
    }

    private static Answer refresh(Answer tokens, String scope) {
        return realm.tokens().refresh(Client.SAMPLE_APP, tokens.refreshToken(), scope);
    }

    private static void assertEnded(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
        assertThat(answer.reason()).isEqualTo("login_ended");
    }

    private static void assertOpens(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.claims().path("data_categories").toString()).isEqualTo("[\"us.user.contact\"]");
    }

    /** A login of the second in which logins ended counts as one of those. */
    private static void afterThatSecond() {
        Instant ended = Instant.now();
        await().until(() -> Instant.now().isAfter(ended.plusSeconds(1)));
    }
}
