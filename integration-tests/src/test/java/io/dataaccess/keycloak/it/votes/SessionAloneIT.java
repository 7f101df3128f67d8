/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.APPROVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Totp;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody sits at an approver's session and asks for a level whose credential has to be set up first: Keycloak goes on
 * without it, and takes the login for a new and stronger one.
 */
final class SessionAloneIT {

    private static final Totp APP = new Totp("a secret of twenty b");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    private final String approver = workforce.approver("/us-security");
    private final String request = workforce.file(workforce.newcomer(), "us-contact");
    private final Visitor browser = new Visitor();

    @BeforeAll
    static void askForLevels() {
        workforce.openAccountConsole();
        LevelFlow.install(realm);
    }

    @AfterEach
    void resetPolicy() {
        realm.changePolicy("us-confidential", "approverAcr", "");
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
    }

    @Test
    void asksForPasswordWhenSecondFactorIsToBeSetUp() {
        realm.changePolicy("us-confidential", "approverAcr", "gold");
        open("&acr_values=silver").signIn(approver);

        open("&acr_values=gold");

        assertThat(browser.page().select("[name=totpSecret]")).isEmpty();
        assertThat(browser.page().text()).contains("Please sign in again first");
        browser.submit("#kc-form-login", Map.of("password", Realm.PASSWORD));
        Totp own = new Totp(browser.page().select("[name=totpSecret]").attr("value"));
        browser.submit("form", Map.of("totp", own.code(), "userLabel", "phone"));
        assertRefused(vote());

        open("&acr_values=gold").submit("#kc-form-login", Map.of("password", Realm.PASSWORD));
        browser.submit("#kc-otp-login-form", Map.of("otp", own.code()));
        assertThat(vote().text("status")).isEqualTo("APPROVED");
    }

    @Test
    void staysOldWhenHigherLevelIsPassedOver() {
        realm.changeUser(approver, changed -> changed.setCredentials(List.of(APP.credential())));
        realm.changePolicy("us-confidential", "approverAcr", "gold");
        open("&acr_values=gold").signIn(approver).submit("#kc-otp-login-form", Map.of("otp", APP.code()));
        Instant given = Instant.now();
        await().until(() -> Instant.now().isAfter(given.plusSeconds(3)));
        realm.changePolicy("us-confidential", "approverMaxAge", "PT2S");

        open("&acr_values=platinum");
        assertThat(browser.isAtApplication()).as("Keycloak asks for nothing").isTrue();
        Answer refused = vote();
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");

        assertRefused(refused);
        assertThat(vote().text("status")).isEqualTo("APPROVED");
    }

    @Test
    void isNewWhenSecondFactorIsGivenAfterLongTime() {
        realm.changeUser(approver, changed -> changed.setCredentials(List.of(APP.credential())));
        open("&acr_values=silver").signIn(approver);
        Instant given = Instant.now();
        await().until(() -> Instant.now().isAfter(given.plusSeconds(3)));
        realm.changePolicy("us-confidential", "approverAcr", "gold");

        open("&acr_values=gold").submit("#kc-otp-login-form", Map.of("otp", APP.code()));

        assertThat(tokens().claims().path("auth_time").asLong()).isGreaterThan(given.getEpochSecond());
        assertThat(vote().text("status")).isEqualTo("APPROVED");
    }

    private Visitor open(String parameters) {
        return browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid") + parameters);
    }

    private Answer tokens() {
        assertThat(browser.told("code")).as(browser.page().text()).isNotEmpty();
        Answer tokens = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
        browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"));
        return tokens;
    }

    private Answer vote() {
        return realm.adminRest(tokens().accessToken()).post("requests/" + request + "/votes", APPROVE);
    }

    private static void assertRefused(Answer vote) {
        assertThat(vote.status()).isEqualTo(401);
        assertThat(vote.error()).isEqualTo("insufficient_user_authentication");
    }
}
