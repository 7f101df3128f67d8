/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.persistence.LoginEndEntity;
import io.dataaccess.keycloak.persistence.log.LogEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

final class UnstoredEventListenerTest {

    private static final String ALL = "all logins";
    private static final String OTHERS = "all logins but this";

    private final KeycloakSession session = mock();
    private final UserModel maria = mock();
    private final Set<String> noted = new HashSet<>();
    private final UnstoredEventListener listener = new UnstoredEventListener(session);

    @BeforeEach
    void addAccount() {
        RealmModel realm = mock();
        RealmProvider realms = mock();
        UserProvider users = mock();
        KeycloakContext context = mock();
        AuthenticationSessionModel login = mock();
        JpaConnectionProvider connection = mock();
        EntityManager entities = mock();
        when(session.getContext()).thenReturn(context);
        when(context.getAuthenticationSession()).thenReturn(login);
        when(login.getParentSession()).thenReturn(mock(RootAuthenticationSessionModel.class));
        when(session.realms()).thenReturn(realms);
        when(session.users()).thenReturn(users);
        when(session.getProvider(JpaConnectionProvider.class)).thenReturn(connection);
        when(connection.getEntityManager()).thenReturn(entities);
        when(realm.getId()).thenReturn("workforce");
        TypedQuery<LoginEndEntity> earlier = mock();
        when(entities.createQuery(any(String.class), eq(LoginEndEntity.class))).thenReturn(earlier);
        TypedQuery<LogEntity> log = mock();
        when(entities.createQuery(any(String.class), eq(LogEntity.class))).thenReturn(log);
        when(realms.getRealm("workforce")).thenReturn(realm);
        when(users.getUserById(realm, "maria")).thenReturn(maria);
        when(maria.getId()).thenReturn("maria");
        when(maria.isEnabled()).thenReturn(true);
        doAnswer(call -> noted.add(call.<LoginEndEntity>getArgument(0).login().isPresent() ? OTHERS : ALL))
                .when(entities)
                .persist(any());
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATE_PASSWORD", "UPDATE_CREDENTIAL", "RESET_PASSWORD", "REMOVE_CREDENTIAL"})
    void endsOtherLoginsWhenCredentialsChange(EventType type) {
        onEvent(type);

        assertThat(noted).containsExactly(OTHERS);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGIN", "UPDATE_PASSWORD_ERROR", "UPDATE_PROFILE"})
    void endsNothingWhenCredentialsStay(EventType type) {
        onEvent(type);

        assertThat(noted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users/maria/reset-password",
                "users/maria/credentials/4711",
                "scim/v2/Users/maria/credentials/4711"
            })
    void endsAllLoginsWhenAdministratorChangesCredentials(String path) {
        onAdminEvent(OperationType.ACTION, path);

        assertThat(noted).containsExactly(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users/maria",
                "users/maria/credentials/4711/userLabel",
                "users/maria/role-mappings/realm",
                "scim/v2/Users/maria",
                "scim/v2/Users"
            })
    void endsNothingWhenAdministratorChangesSomethingElse(String path) {
        onAdminEvent(OperationType.UPDATE, path);

        assertThat(noted).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT", "USER_LOGIN_FAILURE"})
    void endsNothingWhenTheEventIsOfSomethingElse(ResourceType type) {
        onAdminEvent(OperationType.ACTION, type, "clients/users/maria/reset-password");

        assertThat(noted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users/maria", "scim/v2/Users/maria"})
    void endsAllLoginsWhenAccountIsDisabled(String path) {
        when(maria.isEnabled()).thenReturn(false);

        onAdminEvent(OperationType.UPDATE, path);

        assertThat(noted).containsExactly(ALL);
    }

    /** Keycloak takes the password out before it tells what was changed. */
    @ParameterizedTest
    @ValueSource(strings = {"users/maria", "scim/v2/Users/maria"})
    void endsAllLoginsWhenAccountOfADirectoryIsChanged(String path) {
        when(maria.isFederated()).thenReturn(true);

        onAdminEvent(OperationType.UPDATE, path);

        assertThat(noted).containsExactly(ALL);
    }

    @Test
    void endsAllLoginsWhenAccountIsKeptNowhereElseAndChanged() {
        when(maria.getId()).thenReturn("f:directory:maria");

        onAdminEvent(OperationType.UPDATE, "users/maria");

        assertThat(noted).containsExactly(ALL);
    }

    @Test
    void endsNothingWhenAccountOfADirectoryIsUnlocked() {
        when(maria.isFederated()).thenReturn(true);

        onAdminEvent(OperationType.DELETE, "users/maria");

        assertThat(noted).isEmpty();
    }

    private void onEvent(EventType type) {
        Event event = new Event();
        event.setType(type);
        event.setRealmId("workforce");
        event.setUserId("maria");
        listener.onEvent(event);
    }

    private void onAdminEvent(OperationType operation, String path) {
        onAdminEvent(operation, ResourceType.USER, path);
    }

    private void onAdminEvent(OperationType operation, ResourceType type, String path) {
        AdminEvent event = new AdminEvent();
        event.setResourceType(type);
        event.setRealmId("workforce");
        event.setOperationType(operation);
        event.setResourcePath(path);
        listener.onEvent(event, false);
    }
}
