/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.persistence.LoginEndEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.Profile;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/** When logins of a person ended, in a realm that never forgets it; none have at first. */
public final class LoginEnds {

    private final List<LoginEndEntity> stored = new ArrayList<>();
    private final List<CredentialModel> credentials = new ArrayList<>();

    public LoginEnds(KeycloakSession session, RealmModel realm, UserModel user) {
        Profile.defaults();
        EntityManager entities = mock();
        TypedQuery<LoginEndEntity> query = mock();
        JpaConnectionProvider connection = mock();
        UserProvider users = mock();
        SubjectCredentialManager manager = mock();
        AtomicLong asked = new AtomicLong();
        when(session.getProvider(JpaConnectionProvider.class)).thenReturn(connection);
        when(connection.getEntityManager()).thenReturn(entities);
        when(entities.createQuery(any(), eq(LoginEndEntity.class))).thenReturn(query);
        doAnswer(call -> {
                    asked.set(call.getArgument(1));
                    return query;
                })
                .when(query)
                .setParameter(eq("seconds"), any());
        when(query.getResultList())
                .thenAnswer(call -> stored.stream()
                        .filter(end -> end.endedAt() >= asked.get())
                        .toList());
        when(realm.getId()).thenReturn("realm");
        when(realm.getCibaPolicy()).thenReturn(mock(CibaConfig.class));
        when(realm.getSsoSessionMaxLifespan()).thenReturn(Integer.MAX_VALUE);
        when(session.users()).thenReturn(users);
        when(manager.getStoredCredentialsStream()).thenAnswer(call -> credentials.stream());
        when(user.credentialManager()).thenReturn(manager);
    }

    /** On a page of a login, or everywhere. */
    public void add(long seconds, @Nullable String login) {
        LoginEndEntity end = mock();
        when(end.endedAt()).thenReturn(seconds);
        when(end.login()).thenReturn(Optional.ofNullable(login));
        stored.add(end);
    }

    void addCredential(long seconds) {
        CredentialModel credential = new CredentialModel();
        credential.setCreatedDate(seconds * 1000);
        credentials.add(credential);
    }
}
