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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** Somebody signs in at an identity provider, which says when its person last gave a credential. */
final class LoginStartTest {

    private final RequiredActionContext context = mock();
    private final AuthenticationSessionModel login = mock();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, String> clientNotes = new HashMap<>();
    private final Map<String, String> sessionNotes = new HashMap<>(Map.of(Details.IDENTITY_PROVIDER, "sso"));

    @BeforeEach
    void signIn() {
        KeycloakSession session = mock();
        UserSessionProvider sessions = mock();
        RootAuthenticationSessionModel root = mock();
        when(session.sessions()).thenReturn(sessions);
        when(context.getSession()).thenReturn(session);
        when(context.getAuthenticationSession()).thenReturn(login);
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
    void isNowWhenNoProviderWasAsked() {
        sessionNotes.clear();
        long before = Time.currentTimeSeconds();

        assertThat(credentialsWhenProviderSays("1795000000000")).isBetween(before, Time.currentTimeSeconds());
    }
}
