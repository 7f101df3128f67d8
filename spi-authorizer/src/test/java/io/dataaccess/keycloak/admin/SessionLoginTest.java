/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

final class SessionLoginTest {

    private final KeycloakSession keycloak = mock();
    private final RealmModel realm = mock();
    private final UserSessionModel session = mock();
    private final AccessToken token = new AccessToken();
    private final UserModel avery = user("avery");
    private final ClientModel console = mock();

    @BeforeEach
    void logIn() {
        UserSessionProvider sessions = mock();
        when(keycloak.sessions()).thenReturn(sessions);
        when(sessions.getUserSession(realm, "sid")).thenReturn(session);
        when(session.getUser()).thenReturn(avery);
        when(session.getStarted()).thenReturn(1000);
        token.setSessionId("sid");
    }

    @Test
    void takesTimeWhenSessionNotesIt() {
        when(session.getNote("AUTH_TIME")).thenReturn("2000");

        assertThat(login().login().at()).isEqualTo(Instant.ofEpochSecond(2000));
    }

    @Test
    void takesStartWhenSessionNotesNoTime() {
        assertThat(login().login().at()).isEqualTo(Instant.ofEpochSecond(1000));
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

    @Test
    void countsAsOldWhenSessionIsOfSomebodyElse() {
        UserModel blake = user("blake");
        when(session.getUser()).thenReturn(blake);

        assertThat(login().login().at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void seesImpersonationWhenSessionNotesIt() {
        assertThat(login().isImpersonated()).isFalse();
        when(session.getNote("IMPERSONATOR_ID")).thenReturn("somebody");
        assertThat(login().isImpersonated()).isTrue();
    }

    private SessionLogin login() {
        AdminAuth auth = new AdminAuth(realm, token, avery, console);
        AdminEventBuilder events = mock();
        return SessionLogin.behind(new Call(keycloak, realm, auth, events));
    }

    private static UserModel user(String id) {
        UserModel user = mock();
        when(user.getId()).thenReturn(id);
        return user;
    }
}
