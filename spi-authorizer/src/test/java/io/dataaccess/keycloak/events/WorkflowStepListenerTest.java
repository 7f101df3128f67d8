/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.persistence.LoginEndEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.workflow.ResourceType;
import org.keycloak.models.workflow.WorkflowProviderEvent.WorkflowStepExecutedEvent;

final class WorkflowStepListenerTest {

    private static final String ALL = "all logins";

    private final KeycloakSession session = mock();
    private final RealmModel realm = mock();
    private final UserModel maria = mock();
    private final Set<String> noted = new HashSet<>();

    @BeforeEach
    void addAccount() {
        KeycloakContext context = mock();
        UserProvider users = mock();
        JpaConnectionProvider connection = mock();
        EntityManager entities = mock();
        when(session.getContext()).thenReturn(context);
        when(context.getRealm()).thenReturn(realm);
        when(session.users()).thenReturn(users);
        when(session.getProvider(JpaConnectionProvider.class)).thenReturn(connection);
        when(connection.getEntityManager()).thenReturn(entities);
        when(realm.getId()).thenReturn("workforce");
        TypedQuery<LoginEndEntity> earlier = mock();
        when(entities.createQuery(any(String.class), eq(LoginEndEntity.class))).thenReturn(earlier);
        when(users.getUserById(realm, "maria")).thenReturn(maria);
        when(maria.isEnabled()).thenReturn(true);
        doAnswer(call -> noted.add(call.<LoginEndEntity>getArgument(0).login().orElse(ALL)))
                .when(entities)
                .persist(any());
    }

    /** Somebody may have enabled it again. */
    @Test
    void endsAllLoginsWhenAccountIsDisabled() {
        executed(ResourceType.USERS, "disable-user", "maria");

        assertThat(noted).containsExactly(ALL);
    }

    @Test
    void endsAllLoginsWhenAnotherStepDisabledTheAccount() {
        when(maria.isEnabled()).thenReturn(false);

        executed(ResourceType.USERS, "of-another-extension", "maria");

        assertThat(noted).containsExactly(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notify-user", "set-user-attribute", "delete-user"})
    void endsNothingWhenStepDoesSomethingElse(String step) {
        executed(ResourceType.USERS, step, "maria");
        executed(ResourceType.USERS, step, "deleted");

        assertThat(noted).isEmpty();
    }

    @Test
    void endsNothingWhenAClientIsDisabled() {
        executed(ResourceType.CLIENTS, "disable-client", "maria");

        assertThat(noted).isEmpty();
    }

    private void executed(ResourceType type, String step, String id) {
        WorkflowStepExecutedEvent event = mock();
        when(event.getResourceType()).thenReturn(type);
        when(event.getStepProviderId()).thenReturn(step);
        when(event.getResourceId()).thenReturn(id);
        WorkflowStepListener.note(session, event);
    }
}
