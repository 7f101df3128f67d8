/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;

final class ImpersonationTest {

    private static final String ID = "IMPERSONATOR_ID";

    private final KeycloakSession keycloak = mock();
    private final RealmModel realm = mock();
    private final UserSessionProvider sessions = mock();
    private final UserSessionModel online = mock();
    private final UserSessionModel offline = mock();

    @BeforeEach
    void logIn() {
        when(keycloak.sessions()).thenReturn(sessions);
        when(sessions.getUserSession(realm, "sid")).thenReturn(online);
        when(sessions.getOfflineUserSession(realm, "sid")).thenReturn(offline);
        when(online.getId()).thenReturn("sid");
        when(online.getRealm()).thenReturn(realm);
    }

    @Test
    void isToldByEitherSessionWhenBothHaveOneId() {
        assertThat(Impersonation.isIn(keycloak, realm, "sid")).isFalse();

        when(offline.getAuthMethod()).thenReturn("impersonate");
        assertThat(Impersonation.isIn(keycloak, realm, "sid")).isTrue();
        when(offline.getAuthMethod()).thenReturn("openid-connect");
        when(online.getNotes()).thenReturn(Map.of(ID, "support"));
        assertThat(Impersonation.isIn(keycloak, realm, "sid")).isTrue();
        assertThat(Impersonation.isIn(keycloak, realm, "another")).isFalse();
        assertThat(Impersonation.isIn(keycloak, realm, null)).isFalse();
    }

    @Test
    void isLeftInTheOfflineSessionWhenTheOnlineOneIsImpersonated() {
        when(online.getNotes()).thenReturn(Map.of(ID, "support"));
        when(online.getNote(ID)).thenReturn("support");

        Impersonation.carryOffline(keycloak, online);

        verify(offline, atLeastOnce()).setNote(ID, "support");
    }

    @Test
    void isLeftInTheOfflineSessionWhenNobodyKnowsWhoImpersonates() {
        when(online.getAuthMethod()).thenReturn("impersonate");

        Impersonation.carryOffline(keycloak, online);

        verify(offline).setNote(ID, "unknown");
    }

    @Test
    void leavesTheOfflineSessionWhenNobodyImpersonates() {
        Impersonation.carryOffline(keycloak, online);

        verify(offline, never()).setNote(any(), any());
    }
}
