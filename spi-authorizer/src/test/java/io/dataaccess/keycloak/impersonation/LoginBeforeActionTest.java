/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import io.dataaccess.keycloak.lint.ProblemRealm;
import io.dataaccess.keycloak.login.LoginEnds;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.authentication.requiredactions.RecoveryAuthnCodesAction;
import org.keycloak.authentication.requiredactions.TermsAndConditions;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.authentication.requiredactions.UpdateProfile;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.authentication.requiredactions.VerifyUserProfile;
import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** The policy of the realm takes votes of logins of the last hour. */
final class LoginBeforeActionTest {

    private static final int HOUR = 3600;

    private final ProblemRealm realm = new ProblemRealm();
    private final RequiredActionContext context = mock();
    private final AuthenticationSessionModel login = mock();
    private final UserSessionModel session = mock();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, ExecutionStatus> through = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private LoginEnds ends;

    @BeforeEach
    void signIn() {
        UserSessionProvider sessions = mock();
        RootAuthenticationSessionModel root = mock();
        UserModel avery = mock();
        when(root.getId()).thenReturn("root");
        when(login.getParentSession()).thenReturn(root);
        when(login.getAuthNote(any())).thenAnswer(call -> notes.get(call.<String>getArgument(0)));
        when(login.getExecutionStatus()).thenReturn(through);
        when(context.getRealm()).thenReturn(realm.realm);
        when(context.getSession()).thenReturn(realm.session);
        when(context.getAuthenticationSession()).thenReturn(login);
        when(context.getUser()).thenReturn(avery);
        when(realm.session.sessions()).thenReturn(sessions);
        when(sessions.getUserSession(realm.realm, "root")).thenReturn(session);
        when(realm.realm.getSsoSessionIdleTimeout()).thenReturn(10 * HOUR);
        when(session.getUser()).thenReturn(avery);
        when(login.getClient()).thenReturn(mock(ClientModel.class));
        when(avery.getId()).thenReturn("avery");
        ends = new LoginEnds(realm.session, realm.realm, avery);
        when(session.getLastSessionRefresh()).thenReturn((int) Time.currentTimeSeconds());
        when(session.getStarted()).thenReturn((int) Time.currentTimeSeconds());
    }

    private void askFor(String action) {
        when(login.getClientNote(Constants.KC_ACTION)).thenReturn(action);
    }

    private boolean isNeeded(RequiredActionProvider action) {
        return new LoginBeforeAction("ACTION", action).isNeeded(context);
    }

    /** What gives another way to log in. */
    static Stream<RequiredActionProvider> changing() {
        return Stream.of(
                new UpdatePassword(),
                new UpdateTotp(),
                new RecoveryAuthnCodesAction(),
                mock(RequiredActionProvider.class, withSettings().extraInterfaces(CredentialRegistrator.class)),
                new DeleteCredentialAction(),
                new IdpLinkAction(),
                new UpdateEmail(),
                new UpdateProfile(),
                new VerifyUserProfile());
    }

    @Nested
    class BySessionAlone {

        @BeforeEach
        void takeCookie() {
            notes.put("data-access.login-brought", "{}");
            notes.put("authn.credentials", "[]");
        }

        private void loggedIn(int secondsAgo, String known) {
            when(session.getNote("data-access.login-time")).thenReturn(Time.currentTimeSeconds() - secondsAgo + known);
        }

        @ParameterizedTest
        @MethodSource("io.dataaccess.keycloak.impersonation.LoginBeforeActionTest#changing")
        void isNeededWhenSessionIsOlderThanAnyPolicyTakes(RequiredActionProvider action) {
            askFor("ACTION");
            loggedIn(HOUR + 5, "");

            assertThat(isNeeded(action)).isTrue();
        }

        @ParameterizedTest
        @MethodSource("io.dataaccess.keycloak.impersonation.LoginBeforeActionTest#changing")
        void isNotNeededWhenSessionIsAsRecentAsAVoteAsksFor(RequiredActionProvider action) {
            askFor("ACTION");
            loggedIn(HOUR - 5, "");

            assertThat(isNeeded(action)).isFalse();
        }

        @Test
        void isNeededWhenLoginsEndedSince() {
            askFor("ACTION");
            loggedIn(5, "");
            assertThat(isNeeded(new UpdatePassword())).isFalse();

            ends.add(Time.currentTimeSeconds(), null);

            assertThat(isNeeded(new UpdatePassword())).isTrue();
        }

        @Test
        void isNeededWhenNobodyKnowsHowOldTheSessionIs() {
            askFor("ACTION");

            assertThat(isNeeded(new UpdatePassword())).as("nothing noted").isTrue();
            loggedIn(5, " unknown");
            assertThat(isNeeded(new UpdatePassword())).isTrue();
        }

        @Test
        void isNeededWhenSessionIsTooOldForTheStrictestPolicy() {
            askFor("ACTION");
            realm.policy("us-restricted", "RESTRICTED", "/us-security=1").put("approverMaxAge", "PT10M");
            loggedIn(605, "");
            assertThat(isNeeded(new UpdateEmail())).isTrue();

            loggedIn(595, "");
            assertThat(isNeeded(new UpdateEmail())).isFalse();
        }

        @Test
        void isNotNeededWhenNobodyApprovesAnything() {
            askFor("ACTION");
            loggedIn(HOUR + 5, "");
            realm.letNobodyApprove();

            assertThat(isNeeded(new UpdatePassword())).isFalse();
        }

        /** An administrator has asked for it, or Keycloak has. */
        @Test
        void isNeededWhenActionWaitsForThePerson() {
            loggedIn(5, "");
            assertThat(isNeeded(new UpdatePassword())).isTrue();
            assertThat(isNeeded(new VerifyUserProfile())).isFalse();

            loggedIn(HOUR + 5, "");
            assertThat(isNeeded(new VerifyUserProfile())).isTrue();
            assertThat(isNeeded(new UpdateEmail())).isTrue();
            assertThat(isNeeded(new TermsAndConditions())).isFalse();
        }

        @Test
        void isNeededWhenAnotherActionWasAskedFor() {
            askFor("OTHER");
            loggedIn(5, "");

            assertThat(isNeeded(new UpdatePassword())).isTrue();
        }

        @Test
        void isNotNeededWhenCredentialIsGiven() {
            askFor("ACTION");
            loggedIn(HOUR + 5, "");
            notes.put("authn.credentials", "[\"otp\"]");

            assertThat(isNeeded(new UpdatePassword())).isFalse();
        }
    }

    @Nested
    class ByName {

        @BeforeEach
        void giveName() {
            execution("name", "auth-username-form");
            notes.put("authn.credentials", "[\"password\"]");
        }

        private void execution(String id, String authenticator) {
            AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
            execution.setAuthenticator(authenticator);
            execution.setAuthenticatorFlow(authenticator.isEmpty());
            when(realm.realm.getAuthenticationExecutionById(id)).thenReturn(execution);
            through.put(id, ExecutionStatus.SUCCESS);
        }

        @ParameterizedTest
        @MethodSource("io.dataaccess.keycloak.impersonation.LoginBeforeActionTest#changing")
        void isNeededWhenNothingElseIsGiven(RequiredActionProvider action) {
            execution("forms", "");
            assertThat(isNeeded(action)).isTrue();

            askFor("ACTION");
            assertThat(isNeeded(action)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "auth-conditional-otp-form",
                    "user-session-limits",
                    "allow-access-authenticator",
                    "organization",
                    "reset-password"
                })
        void isNeededWhenAnotherExecutionTakesNothing(String authenticator) {
            execution("other", authenticator);

            assertThat(isNeeded(new UpdateTotp())).isTrue();
        }

        @Test
        void isNeededWhenThePageHasBeenTakenOutOfTheFlowSince() {
            when(realm.realm.getAuthenticationExecutionById("name")).thenReturn(null);

            assertThat(isNeeded(new UpdateTotp())).isTrue();
        }

        @Test
        void isNotNeededWhenActionChangesNoWayToLogIn() {
            assertThat(isNeeded(new TermsAndConditions())).isFalse();
        }

        @Test
        void isNotNeededWhenPasswordIsGivenAsWell() {
            execution("password", "auth-password-form");

            assertThat(isNeeded(new UpdateTotp())).isFalse();
        }

        /** It may ask for a proof. */
        @Test
        void isNotNeededWhenAnExtensionWasSatisfied() {
            execution("other", "of-an-extension");

            assertThat(isNeeded(new UpdateTotp())).isFalse();
        }

        @Test
        void isNotNeededWhenTheLinkOfAMailHasLedThere() {
            through.clear();
            notes.clear();

            assertThat(isNeeded(new UpdatePassword())).isFalse();
        }
    }
}
