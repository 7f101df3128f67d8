/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

final class RemovedUsersTest {

    private static final String LOCAL = "0b0c7d4e";
    private static final String IN_DIRECTORY = "f:directory:lin";

    private final KeycloakSession session = mock(KeycloakSession.class);
    private final UserProvider local = mock(UserProvider.class);
    private final RealmModel realm = mock(RealmModel.class);

    @BeforeEach
    void wire() {
        when(session.getProvider(UserProvider.class)).thenReturn(local);
    }

    @Test
    void isRemovedWhenKeycloakHasNoSuchAccountOfItsOwn() {
        assertThat(RemovedUsers.isRemoved(session, realm, LOCAL)).isTrue();
    }

    @Test
    void isNotRemovedWhenKeycloakHasTheAccount() {
        when(local.getUserById(realm, LOCAL)).thenReturn(mock(UserModel.class));

        assertThat(RemovedUsers.isRemoved(session, realm, LOCAL)).isFalse();
    }

    @Test
    void isRemovedWhenTheDirectoryIsNoLongerOfTheRealm() {
        assertThat(RemovedUsers.isRemoved(session, realm, IN_DIRECTORY)).isTrue();
    }

    /** It may be away, or switched off. */
    @Test
    void isNotRemovedWhenTheDirectoryIsOfTheRealmWhateverItWouldAnswer() {
        when(realm.getComponent("directory")).thenReturn(mock(ComponentModel.class));

        assertThat(RemovedUsers.isRemoved(session, realm, IN_DIRECTORY)).isFalse();
        verify(local, never()).getUserById(any(), any());
        verify(session, never()).users();
    }

    @Test
    void saysNothingWhenTheDatabaseDoesNotAnswer() {
        when(local.getUserById(any(), eq(LOCAL))).thenThrow(new ModelException("away"));

        assertThatThrownBy(() -> RemovedUsers.isRemoved(session, realm, LOCAL)).isInstanceOf(ModelException.class);
    }
}
