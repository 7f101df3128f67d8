/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** Somebody signs in at an identity provider, which says when its person last gave a credential. */
final class LoginStartTest {

    private final KeycloakSession session = mock();
    private final RequiredActionContext context = mock();
    private final AuthenticationSessionModel login = mock();
    private final RealmModel realm = mock();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, String> clientNotes = new HashMap<>();
    private final IdentityProviderModel provider = new IdentityProviderModel();
    private final Map<String, String> sessionNotes = new HashMap<>(Map.of(Details.IDENTITY_PROVIDER, "sso"));

    @BeforeEach
    void signIn() {
        UserSessionProvider sessions = mock();
        RootAuthenticationSessionModel root = mock();
        IdentityProviderStorageProvider providers = mock();
        UserModel avery = mock();
        provider.setProviderId("oidc");
        provider.getConfig().put("passMaxAge", "true");
        when(session.identityProviders()).thenReturn(providers);
        when(providers.getByAlias("sso")).thenReturn(provider);
        when(login.getAuthenticatedUser()).thenReturn(avery);
        when(avery.getId()).thenReturn("id-of-avery");
        when(session.sessions()).thenReturn(sessions);
        when(context.getSession()).thenReturn(session);
        when(context.getAuthenticationSession()).thenReturn(login);
        when(context.getRealm()).thenReturn(realm);
        execution("mail", "reset-credential-email");
        execution("limits", "user-session-limits");
        when(login.getParentSession()).thenReturn(root);
        when(login.getUserSessionNotes()).thenReturn(sessionNotes);
        when(login.getAuthNote(any())).thenAnswer(call -> notes.get(call.<String>getArgument(0)));
        when(login.getClientNote(any())).thenAnswer(call -> clientNotes.get(call.<String>getArgument(0)));
        doAnswer(call -> notes.put(call.getArgument(0), call.getArgument(1)))
                .when(login)
                .setAuthNote(any(), any());
        doAnswer(call -> clientNotes.put(call.getArgument(0), call.getArgument(1)))
                .when(login)
                .setClientNote(any(), any());
        doAnswer(call -> clientNotes.remove(call.<String>getArgument(0)))
                .when(login)
                .removeClientNote(any());
        doAnswer(call -> sessionNotes.put(call.getArgument(0), call.getArgument(1)))
                .when(login)
                .setUserSessionNote(any(), any());
    }

    private void execution(String id, String authenticator) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setAuthenticator(authenticator);
        when(realm.getAuthenticationExecutionById(id)).thenReturn(execution);
    }

    /** Here, at no provider. */
    private void complete(String completed) {
        sessionNotes.remove(Details.IDENTITY_PROVIDER);
        sessionNotes.put(Constants.AUTHENTICATORS_COMPLETED, completed);
    }

    /** Keycloak keeps which kinds of credentials a login has taken. */
    private void give(String... kinds) {
        notes.put("authn.credentials", "[\"" + String.join("\",\"", kinds) + "\"]");
    }

    private String noted() {
        LoginStart start = new LoginStart(context);
        start.note();
        start.tellKeycloak();
        return sessionNotes.getOrDefault("data-access.login-time", "");
    }

    /** As Keycloak's page does it: what was said of the client and its provider stays. */
    private void beginAnew() {
        notes.clear();
        sessionNotes.clear();
        sessionNotes.put(Details.IDENTITY_PROVIDER, "sso");
    }

    @Test
    void isKnownWhenTheProviderTellsTheTime() {
        clientNotes.put(AuthenticationManager.AUTH_TIME_BROKER, "1000");

        assertThat(noted()).isEqualTo("1000");
    }

    @Test
    void isKnownWhenNoProviderWasAsked() {
        sessionNotes.clear();
        give("password");

        assertThat(noted()).matches("[0-9]+");
    }

    @Test
    void isUnknownWhenTheProviderTellsNoTime() {
        assertThat(noted()).endsWith(" unknown");
        assertThat(noted()).endsWith(" unknown");
    }

    /** A time that another provider has left there, before the person turned to this one. */
    @Test
    void isUnknownWhenTheProviderIsNotAskedForTheTime() {
        provider.getConfig().put("passMaxAge", "false");
        clientNotes.put(AuthenticationManager.AUTH_TIME_BROKER, "1000");

        assertThat(noted()).endsWith(" unknown");
    }

    @Test
    void staysUnknownWhenTheLoginBeginsAnew() {
        noted();
        beginAnew();

        assertThat(noted()).endsWith(" unknown");
    }

    @Test
    void isUnknownWhenThePasswordWasGivenBeforeTheLoginBeganAnew() {
        sessionNotes.clear();
        give("password");
        noted();
        beginAnew();

        assertThat(noted()).endsWith(" unknown");
    }

    @Test
    void staysKnownWhenTheProviderNamesTheSameTimeAgain() {
        clientNotes.put(AuthenticationManager.AUTH_TIME_BROKER, "1000");
        noted();
        beginAnew();

        assertThat(noted()).isEqualTo("1000");
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false", "false, false, false"})
    void isKnownOnlyWhenTheSamlProviderWasMadeToAsk(boolean isForced, boolean isAsked, boolean isKnown) {
        provider.setProviderId("saml");
        provider.getConfig().putAll(Map.of("passMaxAge", "false", "forceAuthn", String.valueOf(isForced)));
        if (isAsked) {
            clientNotes.put("SAML_REQUEST_ID_BROKER", "ID_1");
        }

        assertThat(noted().endsWith(" unknown")).isEqualTo(!isKnown);
    }

    /** Of an OIDC provider that was turned to after a SAML provider had been asked. */
    @Test
    void isUnknownWhenAnotherProviderWasMadeToAsk() {
        provider.getConfig().put("forceAuthn", "true");
        clientNotes.put("SAML_REQUEST_ID_BROKER", "ID_1");

        assertThat(noted()).endsWith(" unknown");
    }

    private long credentialsWhenProviderSays(String time) {
        clientNotes.put(AuthenticationManager.AUTH_TIME_BROKER, time);
        LoginStart start = new LoginStart(context);
        start.note();
        start.tellKeycloak();
        long credentials = start.credentials().orElseThrow();
        assertThat(clientNotes).containsEntry(AuthenticationManager.AUTH_TIME_BROKER, String.valueOf(credentials));
        return credentials;
    }

    @Test
    void takesTheProvidersTimeWhenItIsInSeconds() {
        long before = Time.currentTimeSeconds() - 100L;

        assertThat(credentialsWhenProviderSays(String.valueOf(before))).isEqualTo(before);
    }

    /** {@code auth_time} is in seconds (OpenID Connect Core, section 2); some send milliseconds. */
    @ParameterizedTest
    @ValueSource(strings = {"1795000000000", "17950000001", "-1", "1.5", "yesterday", ""})
    void isOldWhenTheProvidersTimeCannotBeRead(String time) {
        assertThat(credentialsWhenProviderSays(time)).isZero();
    }

    @Test
    void isNowWhenTheProvidersTimeIsToCome() {
        long before = Time.currentTimeSeconds();

        assertThat(credentialsWhenProviderSays(String.valueOf(before + 1000)))
                .isBetween(before, Time.currentTimeSeconds());
    }

    @Test
    void beganWithTheFirstCredential() {
        sessionNotes.put(Constants.AUTHENTICATORS_COMPLETED, "{\"otp\":1795000060,\"password\":1795000000}");

        assertThat(began()).isEqualTo(1795000000);
    }

    /** Keycloak adds the credentials of the session then. */
    @Test
    void beganWithTheCookieWhenItWasTaken() {
        long before = Time.currentTimeSeconds();
        sessionNotes.put(Constants.AUTHENTICATORS_COMPLETED, "{\"password\":1795000000}");
        LoginStart.noteCookie(login);

        assertThat(began()).isBetween(before, Time.currentTimeSeconds());
    }

    @Test
    void beganWithTheFirstCredentialWhenCookieWasNotTaken() {
        LoginStart.noteCookie(login);
        sessionNotes.put(Constants.AUTHENTICATORS_COMPLETED, "{\"password\":1795000000}");

        assertThat(began()).isEqualTo(1795000000);
    }

    @Test
    void beganNowWhenNobodyKnows() {
        long before = Time.currentTimeSeconds();

        assertThat(began()).isBetween(before, Time.currentTimeSeconds());
    }

    @Test
    void isNotHeldUpWhenSecondEndsWhileCallGoesOn() {
        rememberCall();
        complete("{\"password\":1795000000}");
        LoginStart start = new LoginStart(context);

        start.note();

        assertThat(start.isHeldUp()).isFalse();
    }

    @Test
    void isHeldUpWhenSecondFactorCameLater() {
        rememberCall();
        complete("{\"password\":1795000000,\"otp\":1795000001}");
        LoginStart start = new LoginStart(context);

        start.note();

        assertThat(start.isHeldUp()).isTrue();
    }

    @Test
    void isHeldUpWhenNotedInAnEarlierCall() {
        complete("{\"password\":1795000000}");
        new LoginStart(context).note();

        assertThat(new LoginStart(context).isHeldUp()).isTrue();
    }

    /** What is remembered until the call ends. */
    private void rememberCall() {
        Map<String, Object> ofCall = new HashMap<>();
        when(session.getAttribute(any())).thenAnswer(call -> ofCall.get(call.<String>getArgument(0)));
        doAnswer(call -> ofCall.put(call.getArgument(0), call.getArgument(1)))
                .when(session)
                .setAttribute(any(), any());
    }

    private long began() {
        LoginStart start = new LoginStart(context);
        start.note();
        return start.began().orElseThrow();
    }

    @Test
    void isNowWhenNoProviderWasAsked() {
        sessionNotes.clear();
        give("password");
        long before = Time.currentTimeSeconds();

        assertThat(credentialsWhenProviderSays("1795000000000")).isBetween(before, Time.currentTimeSeconds());
    }

    /** Keycloak takes a username on a page of its own for a password (26.7.3). */
    @Nested
    class ByName {

        private final Map<String, ExecutionStatus> through = new HashMap<>(Map.of("name", ExecutionStatus.SUCCESS));

        @BeforeEach
        void giveName() {
            sessionNotes.clear();
            when(login.getExecutionStatus()).thenReturn(through);
            execution("name", "auth-username-form");
            execution("password", "auth-password-form");
            execution("other", "of-an-extension");
            execution("reset", "reset-password");
            give("password");
        }

        @Test
        void isUnknownWhenNothingElseIsGiven() {
            assertThat(noted()).isEmpty();
        }

        @Test
        void isUnknownWhenAnotherExecutionTakesNothing() {
            through.put("other", ExecutionStatus.SUCCESS);

            assertThat(noted()).isEmpty();
        }

        @Test
        void isUnknownWhenThePasswordIsToBeSetOnly() {
            through.put("reset", ExecutionStatus.SUCCESS);
            give("password", "password");

            assertThat(noted()).isEmpty();
        }

        @Test
        void isUnknownWhenThePageHasBeenTakenOutOfTheFlowSince() {
            when(realm.getAuthenticationExecutionById("name")).thenReturn(null);

            assertThat(noted()).isEmpty();
        }

        @Test
        void isKnownWhenPasswordIsGivenAsWell() {
            through.put("password", ExecutionStatus.SUCCESS);
            give("password", "password");

            assertThat(noted()).matches("[0-9]+");
        }

        /** Who signs in again sees the page of the password only. */
        @Test
        void isKnownWhenTheNameIsNotAskedForAgain() {
            through.put("password", ExecutionStatus.SUCCESS);

            assertThat(noted()).matches("[0-9]+");
        }

        @Test
        void isKnownWhenAnExtensionTakesThePassword() {
            through.put("other", ExecutionStatus.SUCCESS);
            give("password", "password");

            assertThat(noted()).matches("[0-9]+");
        }

        @Test
        void isKnownWhenAPasskeyIsGivenThere() {
            give("webauthn-passwordless");

            assertThat(noted()).matches("[0-9]+");
        }
    }

    /** Keycloak goes on without a credential that has to be set up first, and takes the moment for the time of the login. */
    @Nested
    class BySessionAlone {

        private static final String BROUGHT = "{\"cookie\":1795000500,\"password\":1795000000}";

        @BeforeEach
        void takeCookie() {
            complete(BROUGHT);
            notes.put(Constants.LOA_MAP, "{\"1\":1795000000}");
            LoginStart.noteCookie(login);
        }

        @Test
        void isUnknownWhenNothingIsGiven() {
            assertThat(noted()).isEmpty();
        }

        @Test
        void isUnknownWhenExecutionTakesNothing() {
            complete("{\"cookie\":1795000500,\"password\":1795000000,\"limits\":1795000501}");

            assertThat(noted()).isEmpty();
        }

        @Test
        void isKnownWhenSecondFactorIsGiven() {
            give("otp");

            assertThat(noted()).matches("[0-9]+");
        }

        @Test
        void isKnownWhenLinkOfMailIsOpened() {
            complete("{\"cookie\":1795000500,\"password\":1795000000,\"mail\":1795000501}");

            assertThat(noted()).matches("[0-9]+");
        }

        @Test
        void reachesNoLevelWhenNothingIsGiven() {
            reach("{\"1\":1795000000,\"2\":1795000501}");

            assertThat(levels()).isEqualTo("{\"1\":1795000000}");
        }

        @Test
        void reachesLevelWhenSecondFactorIsGiven() {
            give("otp");
            reach("{\"1\":1795000000,\"2\":1795000501}");

            assertThat(levels()).isEqualTo("{\"1\":1795000000,\"2\":1795000501}");
        }

        @Test
        void reachesNoLevelWhenSecondFactorIsSetUp() {
            give("password");
            when(login.getExecutionStatus()).thenReturn(Map.of("otp", ExecutionStatus.SETUP_REQUIRED));
            reach("{\"1\":1795000501,\"2\":1795000501}");

            assertThat(levels()).isEqualTo("{}");
        }

        private void reach(String levels) {
            sessionNotes.put(Constants.LOA_MAP, levels);
        }

        private String levels() {
            noted();
            return sessionNotes.getOrDefault(Constants.LOA_MAP, "");
        }
    }
}
