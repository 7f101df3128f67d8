/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.models.UserSessionProvider;

final class DeviceSessionsTest {

    private static final String NOTE = "data-access.device";

    private final KeycloakSession keycloak = mock();
    private final RealmModel realm = mock();
    private final UserSessionProvider sessions = mock();
    private final UserSessionModel online = mock();
    private final UserSessionModel offline = mock();
    private final UserModel user = mock();
    private final DeviceSessions devices = new DeviceSessions(keycloak, realm);

    @BeforeEach
    void logIn() {
        when(keycloak.sessions()).thenReturn(sessions);
        when(sessions.getUserSession(realm, "sid")).thenReturn(online);
        when(online.getId()).thenReturn("sid");
        when(online.getUser()).thenReturn(user);
    }

    @Test
    void notesBothSessionsWhenThereIsAnOfflineOne() {
        when(sessions.getOfflineUserSession(realm, "sid")).thenReturn(offline);

        devices.note("sid");

        verify(online).setNote(NOTE, "true");
        verify(offline).setNote(NOTE, "true");
    }

    /** Both may share their notes in memory; each is stored by itself. */
    @Test
    void notesTheOfflineSessionWhenItSeemsNoted() {
        when(sessions.getOfflineUserSession(realm, "sid")).thenReturn(offline);
        when(offline.getNote(NOTE)).thenReturn("true");

        devices.note("sid");

        verify(offline).setNote(NOTE, "true");
    }

    @Test
    void refusesWhenThereIsNoSessionToNote() {
        assertThatThrownBy(() -> devices.note("gone")).isInstanceOf(ModelException.class);
    }

    @Test
    void findsNoDeviceWhenNobodyNotedOne() {
        assertThat(devices.mayHaveDevice(online)).isFalse();
    }

    @Test
    void findsDeviceWhenTheSessionIsNoted() {
        when(online.getNote(NOTE)).thenReturn("true");

        assertThat(devices.mayHaveDevice(online)).isTrue();
    }

    @Test
    void findsDeviceWhenOnlyTheOfflineSessionIsNoted() {
        when(sessions.getOfflineUserSession(realm, "sid")).thenReturn(offline);
        when(offline.getNote(NOTE)).thenReturn("true");

        assertThat(devices.mayHaveDevice(online)).isTrue();
    }

    @Test
    void findsDeviceWhenOnlyKeycloakNotedIt() {
        AuthenticatedClientSessionModel client = mock();
        when(online.getAuthenticatedClientSessions()).thenReturn(Map.of("client-1", client));
        assertThat(devices.mayHaveDevice(online)).isFalse();

        when(client.getNote("OAUTH2_DEVICE_VERIFIED_USER_CODE")).thenReturn("ABCD-EFGH");

        assertThat(devices.mayHaveDevice(online)).isTrue();
    }

    /** Keycloak forgets where such a token came from. */
    @Test
    void mayBeDevicesWhenThePersonsTokenHadNoSession() {
        when(online.getPersistenceState()).thenReturn(SessionPersistenceState.TRANSIENT);

        assertThat(devices.mayHaveDevice(online)).isTrue();
    }

    @Test
    void findsNoDeviceWhenTheTokenIsOfAServiceAccount() {
        when(online.getPersistenceState()).thenReturn(SessionPersistenceState.TRANSIENT);
        when(user.getServiceAccountClientLink()).thenReturn("client-1");

        assertThat(devices.mayHaveDevice(online)).isFalse();
    }

    @Test
    void findsDeviceWhenTheCopyOfALastingSessionIsNoted() {
        when(online.getPersistenceState()).thenReturn(SessionPersistenceState.TRANSIENT);
        when(user.getServiceAccountClientLink()).thenReturn("client-1");
        when(online.getNote(NOTE)).thenReturn("true");

        assertThat(devices.mayHaveDevice(online)).isTrue();
    }
}
