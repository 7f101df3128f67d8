/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.Profile;
import org.keycloak.common.util.Time;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.representations.AccessToken;

/** A token whose user, session and client Keycloak found by claims that need not belong together. */
@SuppressWarnings("removal") // Keycloak 26.7.3 itself judges a client session by getTimestamp()
final class TokenBindingTest {

    private static final int HOUR = 3600;

    private final KeycloakSession session = mock(KeycloakSession.class);
    private final RealmModel realm = mock(RealmModel.class);
    private final UserSessionProvider sessions = mock(UserSessionProvider.class);
    private final UserSessionModel userSession = mock(UserSessionModel.class);
    private final AuthenticatedClientSessionModel clientSession = mock(AuthenticatedClientSessionModel.class);
    private final ClientModel client = mock(ClientModel.class);
    private final UserModel user = mock(UserModel.class);
    private final HttpHeaders headers = mock(HttpHeaders.class);
    private final AccessToken token = new AccessToken();

    @BeforeAll
    static void initializeProfile() {
        Profile.defaults();
    }

    @AfterAll
    static void resetProfile() {
        Profile.reset();
    }

    @BeforeEach
    void bind() {
        when(realm.getSsoSessionIdleTimeout()).thenReturn(HOUR);
        when(realm.getSsoSessionMaxLifespan()).thenReturn(HOUR);
        when(realm.getOfflineSessionIdleTimeout()).thenReturn(HOUR);
        when(session.sessions()).thenReturn(sessions);
        when(sessions.getUserSession(realm, "session-1")).thenReturn(userSession);
        when(userSession.getUser()).thenReturn(user);
        when(userSession.getStarted()).thenReturn(Math.toIntExact(Time.currentTimeSeconds()));
        when(userSession.getLastSessionRefresh()).thenReturn(Math.toIntExact(Time.currentTimeSeconds()));
        when(clientSession.getStarted()).thenReturn(Math.toIntExact(Time.currentTimeSeconds()));
        when(clientSession.getTimestamp()).thenReturn(Math.toIntExact(Time.currentTimeSeconds()));
        when(userSession.getAuthenticatedClientSessionByClient("client-1")).thenReturn(clientSession);
        when(client.getId()).thenReturn("client-1");
        when(client.getClientId()).thenReturn("console");
        when(user.getId()).thenReturn("user-1");
        KeycloakContext context = mock(KeycloakContext.class);
        when(session.getContext()).thenReturn(context);
        HttpRequest request = mock();
        when(context.getHttpRequest()).thenReturn(request);
        when(request.getHttpHeaders()).thenReturn(headers);
        send("{\"azp\":\"console\",\"sid\":\"session-1\"}");
        token.issuedFor("console").issuedNow();
        token.setSessionId("session-1");
    }

    @Test
    void takesTokenWhenSessionIsTheUsersAndHasTheClient() {
        assertTaken();
        token.setSubject("user-1");
        assertTaken();
    }

    @Test
    void takesTokenWhenSessionIsOffline() {
        when(sessions.getUserSession(realm, "session-1")).thenReturn(null);
        assertRefused();
        when(sessions.getOfflineUserSession(realm, "session-1")).thenReturn(userSession);
        when(userSession.isOffline()).thenReturn(true);
        assertTaken();
    }

    @Test
    void refusesWhenSessionIsAnothers() {
        UserModel other = mock(UserModel.class);
        when(other.getId()).thenReturn("user-2");
        when(userSession.getUser()).thenReturn(other);

        assertRefused();
    }

    @Test
    void refusesWhenSessionHasNoSessionOfTheClient() {
        when(userSession.getAuthenticatedClientSessionByClient("client-1")).thenReturn(null);

        assertRefused();
    }

    @Test
    void refusesWhenSessionIsOver() {
        when(userSession.getLastSessionRefresh()).thenReturn(Math.toIntExact(Time.currentTimeSeconds() - 2 * HOUR));

        assertRefused();
    }

    @Test
    void refusesWhenSessionOfTheClientIsOver() {
        when(clientSession.getTimestamp()).thenReturn(Math.toIntExact(Time.currentTimeSeconds() - 2 * HOUR));

        assertRefused();
    }

    @Test
    void refusesWhenSessionIsYoungerThanTheToken() {
        when(userSession.getStarted()).thenReturn(Math.toIntExact(Time.currentTimeSeconds() + HOUR));

        assertRefused();
    }

    @Test
    void refusesWhenClientIsAnother() {
        token.issuedFor("app");

        assertRefused();
    }

    @Test
    void refusesWhenAClaimStandsInTheTokenTwice() {
        send("{\"azp\":\"console\",\"sid\":\"session-2\",\"sid\":\"session-1\"}");

        assertRefused();
    }

    @Test
    void refusesWhenThereIsNoSessionUnlessItIsTheClientsOwnAccount() {
        token.setSessionId(null);
        token.setSubject("user-1");
        assertRefused();

        when(user.getServiceAccountClientLink()).thenReturn("client-1");
        assertTaken();

        token.setSubject("user-2");
        assertRefused();
    }

    private void send(String claims) {
        MultivaluedMap<String, String> all = new MultivaluedHashMap<>();
        all.putSingle("Authorization", "Bearer " + encode("{\"alg\":\"RS256\"}") + "." + encode(claims) + ".c2ln");
        when(headers.getRequestHeaders()).thenReturn(all);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private void assertTaken() {
        assertThatCode(() -> TokenBinding.of(session, realm).require(token, user, client))
                .doesNotThrowAnyException();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> TokenBinding.of(session, realm).require(token, user, client))
                .isInstanceOf(InvalidCallException.class);
    }
}
