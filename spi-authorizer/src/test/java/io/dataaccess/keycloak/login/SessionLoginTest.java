/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.policy.Login;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.protocol.oidc.encode.AccessTokenContext;
import org.keycloak.protocol.oidc.encode.AccessTokenContext.SessionType;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;

final class SessionLoginTest {

    private final KeycloakSession keycloak = mock();
    private final RealmModel realm = mock();
    private final UserSessionModel session = mock();
    private final UserSessionProvider sessions = mock();
    private final AccessToken token = new AccessToken();
    private final UserModel avery = user("avery");
    private final ClientModel console = mock();
    private final TokenContextEncoderProvider tokens = mock();
    private final LoginEnds ends = new LoginEnds(keycloak, realm, avery);

    @BeforeEach
    void logIn() {
        when(keycloak.sessions()).thenReturn(sessions);
        when(sessions.getUserSession(realm, "sid")).thenReturn(session);
        when(session.getUser()).thenReturn(avery);
        when(session.getNote("data-access.login-time")).thenReturn("1000");
        when(session.getId()).thenReturn("sid");
        token.id("id");
        token.setSessionId("sid");
        when(keycloak.getProvider(TokenContextEncoderProvider.class)).thenReturn(tokens);
        is(SessionType.ONLINE);
    }

    @Test
    void takesTimeWhenSessionNotesIt() {
        when(session.getNote("AUTH_TIME")).thenReturn("2000");
        when(session.getNote("data-access.login-time")).thenReturn("2000");

        assertThat(login().login().at()).isEqualTo(Instant.ofEpochSecond(2000));
    }

    /** As after a direct grant. */
    @Test
    void takesTimeWhenKeycloakNotesNone() {
        assertThat(login().login().at()).isEqualTo(Instant.ofEpochSecond(1000));
    }

    /** As with a login at an identity provider that tells no time; what was reached here was reached. */
    @Test
    void isOldWhenSessionNotesThatTheTimeIsUnknown() {
        when(session.getNote("AUTH_TIME")).thenReturn("1000");
        when(session.getNote("data-access.login-time")).thenReturn("1000 unknown");
        when(session.getNote("loa-map")).thenReturn("{\"2\":1000}");

        assertThat(login().login()).isEqualTo(new Login(Instant.EPOCH, Map.of(2, Instant.ofEpochSecond(1000))));
    }

    /** A login while the required action is off notes nothing, also in a session that had a good one before. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "", "999", "1000 ", "1000 known", "-1", "10000000000"})
    void isOldAndWeakWhenTheLastLoginNotedNothing(String noted) {
        when(session.getNote("AUTH_TIME")).thenReturn("1000");
        when(session.getNote("loa-map")).thenReturn("{\"2\":1000}");
        when(session.getNote("data-access.login-time")).thenReturn(noted.equals("none") ? null : noted);

        assertThat(login().login()).isEqualTo(Login.UNKNOWN);
    }

    @Test
    void takesTimeOfEachLevelWhenSessionNotesThem() {
        when(session.getNote("AUTH_TIME")).thenReturn("2000");
        when(session.getNote("data-access.login-time")).thenReturn("2000");
        when(session.getNote("loa-map")).thenReturn("{\"1\":2000,\"2\":1500}");

        assertThat(login().login())
                .isEqualTo(new Login(
                        Instant.ofEpochSecond(2000),
                        Map.of(1, Instant.ofEpochSecond(2000), 2, Instant.ofEpochSecond(1500))));
    }

    /** As in Keycloak's acr claim. */
    @Test
    void isLevelOneWhenSessionNotesNoLevels() {
        assertThat(login().login()).isEqualTo(Login.of(Instant.ofEpochSecond(1000), OptionalInt.of(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "gold", "{\"gold\":2000}", "{\"2\":null}", "[2]"})
    void isNoLevelWhenNoteCannotBeRead(String note) {
        when(session.getNote("loa-map")).thenReturn(note);

        assertThat(login().login()).isEqualTo(Login.of(Instant.ofEpochSecond(1000), OptionalInt.empty()));
    }

    @Test
    void countsAsWeakWhenTokenHasNoSession() {
        token.setSessionId(null);

        assertThat(login().login()).isEqualTo(Login.UNKNOWN);
    }

    @Test
    void countsAsOldWhenTokenHasNoSession() {
        token.setSessionId(null);

        assertThat(login().login().at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void countsAsOldWhenSessionIsGone() {
        token.setSessionId("gone");

        assertThat(login().login().at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void countsAsOldWhenSessionIsOffline() {
        when(session.isOffline()).thenReturn(true);

        assertThat(login().login().at()).isEqualTo(Instant.EPOCH);
    }

    /** An offline session has the id of the online one that may have a newer login. */
    @ParameterizedTest
    @EnumSource(
            value = SessionType.class,
            names = {"OFFLINE", "OFFLINE_TRANSIENT_CLIENT", "UNKNOWN"})
    void countsAsOldWhenTokenIsOffline(SessionType type) {
        is(type);

        assertThat(login().login()).isEqualTo(Login.UNKNOWN);
    }

    @Test
    void countsAsOldWhenSessionIsOfSomebodyElse() {
        UserModel blake = user("blake");
        when(session.getUser()).thenReturn(blake);

        assertThat(login().login().at()).isEqualTo(Instant.EPOCH);
    }

    /** Keycloak leaves the session as it is when somebody else sets the password, or the account is disabled for a while. */
    @Test
    void isOldWhenLoginsEndedSince() {
        when(session.getNote("loa-map")).thenReturn("{\"2\":1000}");
        ends.add(999, null);
        assertThat(login().login().at()).isEqualTo(Instant.ofEpochSecond(1000));

        assertThat(login().isEnded()).isFalse();
        ends.add(1000, null);
        assertThat(login().login()).isEqualTo(Login.UNKNOWN);
        assertThat(login().isEnded()).isTrue();
    }

    @Test
    void isOldWhenAnotherCredentialIsNewer() {
        ends.addCredential(1000);
        assertThat(login().login().at()).isEqualTo(Instant.ofEpochSecond(1000));

        ends.addCredential(1001);
        assertThat(login().login()).isEqualTo(Login.UNKNOWN);
    }

    @Test
    void staysAsItIsWhenThePersonSetUpACredentialInTheSession() {
        ends.addCredential(1001);
        ends.add(1001, "sid.tab");
        when(session.getNote("data-access.credentials-changed")).thenReturn("1001");
        assertThat(login().login().at()).isEqualTo(Instant.ofEpochSecond(1000));

        ends.add(1002, "other.tab");
        assertThat(login().login()).isEqualTo(Login.UNKNOWN);
    }

    @Test
    void isOldWhenNotBeforeWasPushedSince() {
        when(realm.getNotBefore()).thenReturn(999);
        assertThat(login().login().at()).isEqualTo(Instant.ofEpochSecond(1000));

        when(console.getNotBefore()).thenReturn(1000);
        assertThat(login().login()).isEqualTo(Login.UNKNOWN);
    }

    /** The second factor was given before all logins ended, the password again afterwards. */
    @Test
    void forgetsLevelWhenLoginsEndedSinceItWasReached() {
        when(session.getNote("data-access.login-time")).thenReturn("2000");
        when(session.getNote("loa-map")).thenReturn("{\"1\":2000,\"2\":1000}");
        ends.add(1500, null);

        assertThat(login().login())
                .isEqualTo(new Login(Instant.ofEpochSecond(2000), Map.of(1, Instant.ofEpochSecond(2000))));
    }

    private void is(SessionType type) {
        when(tokens.getTokenContextFromTokenId(any()))
                .thenReturn(new AccessTokenContext(type, AccessTokenContext.TokenType.LIGHTWEIGHT, "ac", "id"));
    }

    private SessionLogin login() {
        return SessionLogin.behind(keycloak, realm, console, token).of(avery);
    }

    private static UserModel user(String id) {
        UserModel user = mock();
        when(user.getId()).thenReturn(id);
        return user;
    }
}
