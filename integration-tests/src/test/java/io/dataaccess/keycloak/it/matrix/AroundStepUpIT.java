/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody stands before the page that asks for access, and tries to get past it. */
final class AroundStepUpIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void approve() {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
    }

    @Test
    void asksAgainWhenAddressIsOpenedAgain() {
        Visitor visitor = new Visitor().open(url().toString()).signIn("maria");

        visitor.open(url().toString());

        assertThat(visitor.isAtApplication()).isFalse();
        Outcome.assertStepUp(visitor.signIn("maria"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "login", "consent"})
    void asksWhenSignedInForAnotherScopeBefore(String prompt) {
        Visitor visitor = signedIn("maria");

        visitor.open(url().with("prompt", prompt).toString());

        if (prompt.equals("none")) {
            assertThat(visitor.told("error")).isEqualTo("interaction_required");
        } else if (prompt.equals("login")) {
            Outcome.assertStepUp(visitor.submit("#kc-form-login", Map.of("password", Realm.PASSWORD)));
        } else {
            Outcome.assertStepUp(visitor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "consent"})
    void opensWhenSignedInBeforeAndApproved(String prompt) {
        Visitor visitor = signedIn("approved");

        visitor.open(url().with("prompt", prompt).toString());

        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")), grant);
    }

    @Test
    void asksWhenTokenOfTheSessionIsAHint() {
        Visitor visitor = signedIn("maria");
        String hint =
                realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")).text("id_token");

        visitor.open(url().with("id_token_hint", hint).toString());

        Outcome.assertStepUp(visitor);
    }

    @Test
    void asksFirstWhenAddressNamesAnotherAction() {
        Visitor visitor = new Visitor()
                .open(url().with("kc_action", "UPDATE_PROFILE").toString())
                .signIn("maria");

        Outcome.assertStepUp(visitor);
    }

    @Test
    void opensAfterTheOtherActionWhenApprovedAndAddressNamesOne() {
        Visitor visitor = new Visitor()
                .open(url().with("kc_action", "UPDATE_PROFILE").toString())
                .signIn("approved")
                .submit("#kc-update-profile-form", Map.of("cancel-aia", "true"));

        Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")), grant);
    }

    @Test
    void asksAfterwardsWhenAccountHasAnotherAction() {
        approvals.addEmployee("updating");
        realm.changeUser("updating", user -> user.setRequiredActions(List.of("UPDATE_PASSWORD")));

        Visitor visitor = new Visitor()
                .open(url().toString())
                .signIn("updating")
                .submit(
                        "#kc-passwd-update-form",
                        Map.of("password-new", Realm.PASSWORD, "password-confirm", Realm.PASSWORD));

        Outcome.assertStepUp(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_PROFILE", "VERIFY_PROFILE", "OAUTH_GRANT", "", "no-such-action"})
    void issuesNothingWhenAnotherActionIsAnswered(String execution) {
        Visitor visitor = new Visitor().open(url().toString()).signIn("maria");
        String action = visitor.page().select("#kc-data-access-form").attr("abs:action");

        visitor.post(
                action.replace("execution=data-access-approval", "execution=" + execution),
                Map.of("accept", "Yes", "firstName", "Maria"));

        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.page().text()).doesNotContain("code=");
    }

    @Test
    void asksAgainWhenConsentIsPostedInstead() {
        Visitor visitor = new Visitor().open(url().toString()).signIn("maria");

        Outcome.assertStepUp(visitor.postConsent());
    }

    @Test
    void refusesTokenWhenConsentIsPostedAndStepUpIsOff() {
        Visitor visitor = new Visitor().open(url().toString()).signIn("maria");

        postConsentWithoutStepUp(visitor);

        Outcome.assertRefused(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")));
    }

    @Test
    void refusesTokenWhenConsentIsPostedForADeviceAndStepUpIsOff() {
        Answer started = realm.tokens().device(Client.CLI, "openid us-contact");
        Visitor visitor =
                new Visitor().open(started.text("verification_uri_complete")).signIn("maria");

        postConsentWithoutStepUp(visitor);

        Outcome.assertRefused(realm.tokens()
                .grant(
                        Client.CLI,
                        "urn:ietf:params:oauth:grant-type:device_code",
                        Map.of("device_code", started.text("device_code"))));
    }

    @Test
    void opensNothingMoreWhenCodeOfNarrowLoginIsUsed() {
        Visitor visitor = signedIn("maria");
        String narrow = visitor.told("code");
        Outcome.assertStepUp(visitor.open(url().toString()));

        Answer answer = realm.tokens()
                .grant(
                        Client.SAMPLE_APP,
                        "authorization_code",
                        Map.of(
                                "code",
                                narrow,
                                "redirect_uri",
                                AuthorizationUrl.CALLBACK,
                                "scope",
                                "openid us-contact"));

        Outcome.assertOpensNothing(answer);
        Outcome.assertOpensNothing(
                realm.tokens().refresh(Client.SAMPLE_APP, answer.refreshToken(), "openid us-contact"));
    }

    @Test
    void refusesCodeWhenSubjectIsBarredBeforeItIsUsed() {
        approvals.addEmployee("late");
        approvals.give("late", Client.SAMPLE_APP);
        Visitor visitor = new Visitor().open(url().toString()).signIn("late");
        approvals.bar("late");

        Outcome.assertRefused(
                realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")), "invalid_scope", "not_eligible");
    }

    @Test
    void asksWhenUserAlreadyHasTheActionInTheAccount() {
        approvals.addEmployee("marked");
        realm.changeUser("marked", user -> user.setRequiredActions(List.of("data-access-approval")));

        Visitor visitor = new Visitor().open(url().toString()).signIn("marked");

        Outcome.assertStepUp(visitor);
    }

    private static void postConsentWithoutStepUp(Visitor visitor) {
        realm.switchStepUp(false);
        try {
            visitor.postConsent();
        } finally {
            realm.switchStepUp(true);
        }
    }

    private static AuthorizationUrl url() {
        return AuthorizationUrl.of(realm, "openid us-contact");
    }

    private static Visitor signedIn(String username) {
        return new Visitor()
                .open(AuthorizationUrl.of(realm, "openid").toString())
                .signIn(username);
    }
}
