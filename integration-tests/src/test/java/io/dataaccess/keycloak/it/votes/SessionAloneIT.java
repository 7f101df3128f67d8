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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.CredentialRepresentation;

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
        AuthenticationManagementResource flows = realm.admin().flows();
        flows.getUnregisteredRequiredActions().stream()
                .filter(action -> action.getProviderId().equals("UPDATE_EMAIL"))
                .forEach(flows::registerRequiredAction);
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

    /** The session is as recent as the challenge asks for: a step-up in it would change nothing. */
    @Test
    void asksForPasswordWhenLoginWasEndedAndARecentOneIsAskedFor() {
        open("").signIn(approver);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType("password");
        password.setValue(Realm.PASSWORD);
        realm.user(approver).resetPassword(password);
        assertRefused(vote());
        Instant ended = Instant.now();
        await().until(() -> Instant.now().isAfter(ended.plusSeconds(1)));

        open("&max_age=3600").submit("#kc-form-login", Map.of("password", Realm.PASSWORD));

        assertThat(vote().text("status")).isEqualTo("APPROVED");
    }

    /** Keycloak itself asks after five minutes, or after as long as the action is set to. */
    @ParameterizedTest
    @CsvSource({
        "UPDATE_PASSWORD, password-new",
        "CONFIGURE_TOTP, totpSecret",
        "UPDATE_EMAIL, email",
        "UPDATE_PROFILE, firstName"
    })
    void asksForPasswordWhenSessionIsOlderThanThatOfAVoteMayBe(String action, String field) {
        open("").signIn(approver);
        Instant given = Instant.now();
        await().until(() -> Instant.now().isAfter(given.plusSeconds(3)));
        realm.changePolicy("us-confidential", "approverMaxAge", "PT2S");

        open("&kc_action=" + action);

        assertThat(browser.page().text()).contains("Please sign in again first");
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
        browser.submit("#kc-form-login", Map.of("password", Realm.PASSWORD));
        assertThat(browser.page().select("[name=" + field + "]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_PASSWORD, password-new",
        "CONFIGURE_TOTP, totpSecret",
        "UPDATE_EMAIL, email",
        "UPDATE_PROFILE, firstName"
    })
    void opensPageOfActionWhenSessionIsAsRecentAsThatOfAVote(String action, String field) {
        open("").signIn(approver);

        open("&kc_action=" + action);

        assertThat(browser.page().select("[name=" + field + "]")).hasSize(1);
    }

    /** The page was opened in time. */
    @Test
    void setsNoPasswordWhenSessionHasGrownTooOldOnThePage() {
        open("").signIn(approver);
        Instant given = Instant.now();
        open("&kc_action=UPDATE_PASSWORD");
        await().until(() -> Instant.now().isAfter(given.plusSeconds(3)));
        realm.changePolicy("us-confidential", "approverMaxAge", "PT2S");

        browser.submit("#kc-passwd-update-form", Map.of("password-new", "stranger", "password-confirm", "stranger"));

        assertThat(browser.page().text()).contains("Please sign in again first");
        browser.submit("#kc-form-login", Map.of("password", "stranger"));
        assertThat(browser.page().select("[name=password]"))
                .as("still asked for")
                .hasSize(1);
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
