/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.login.CredentialChange;
import io.dataaccess.keycloak.login.LoginRestart.Why;
import io.dataaccess.keycloak.persistence.LoginEndEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.common.Profile;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;
import org.mockito.Answers;

final class InPersonActionTest {

    private final RequiredActionProvider action = mock();
    private final RequiredActionContext context = mock();
    private final AuthenticationSessionModel login = mock();
    private final UserSessionModel session = mock();
    private final List<RequiredActionContext> refused = new ArrayList<>();
    private final List<RequiredActionContext> ended = new ArrayList<>();
    private final List<Why> reasons = new ArrayList<>();
    private final Map<String, String> sessionNotes = new HashMap<>();
    private final Map<String, String> carried = new HashMap<>();
    private final RequiredActionProvider guarded = InPersonAction.of("CONFIGURE", action, refused::add, this::end);
    private final UserModel user = mock();
    private final Map<String, String> notes = new HashMap<>();
    private final CredentialModel password = new CredentialModel();

    @BeforeAll
    static void initFeatures() {
        Profile.defaults();
    }

    @BeforeEach
    void signIn() {
        RealmModel realm = mock();
        when(realm.getId()).thenReturn("workforce");
        when(realm.getSsoSessionMaxLifespan()).thenReturn(3600);
        KeycloakSession keycloak = mock(Answers.RETURNS_DEEP_STUBS);
        JpaConnectionProvider connection = mock();
        EntityManager entities = mock();
        TypedQuery<LoginEndEntity> query = mock();
        doReturn(connection).when(keycloak).getProvider(JpaConnectionProvider.class);
        when(connection.getEntityManager()).thenReturn(entities);
        when(entities.createQuery(any(), eq(LoginEndEntity.class))).thenReturn(query);
        ClientModel client = mock();
        UserSessionProvider sessions = mock();
        RootAuthenticationSessionModel root = mock();
        when(keycloak.sessions()).thenReturn(sessions);
        when(root.getId()).thenReturn("root");
        when(login.getParentSession()).thenReturn(root);
        when(login.getRealm()).thenReturn(realm);
        when(login.getUserSessionNotes()).thenReturn(carried);
        when(sessions.getUserSession(realm, "root")).thenReturn(session);
        when(session.getNotes()).thenReturn(sessionNotes);
        when(session.getRealm()).thenReturn(realm);
        when(login.getClient()).thenReturn(client);
        when(login.getAuthNote(any())).thenAnswer(call -> notes.get(call.<String>getArgument(0)));
        doAnswer(call -> notes.put(call.getArgument(0), call.getArgument(1)))
                .when(login)
                .setAuthNote(any(), any());
        when(context.getSession()).thenReturn(keycloak);
        when(context.getRealm()).thenReturn(realm);
        when(context.getAuthenticationSession()).thenReturn(login);
        when(context.getUser()).thenReturn(user);
        SubjectCredentialManager credentials = mock();
        when(credentials.getStoredCredentialsStream()).thenAnswer(call -> Stream.of(password));
        when(user.credentialManager()).thenReturn(credentials);
        when(user.getId()).thenReturn("maria");
        when(user.isEnabled()).thenReturn(true);
        password.setId("password");
        password.setType("password");
        password.setSecretData("old");
    }

    @Test
    void refusesFormWhenImpersonated() {
        sessionNotes.put("IMPERSONATOR_ID", "support");

        guarded.processAction(context);

        verify(context).failure(any());
        verify(action, never()).processAction(any());
        assertThat(refused).containsExactly(context);
    }

    @Test
    void refusesFormWhenLoginGoesOnFromAnImpersonatedSession() {
        carried.put("IMPERSONATOR_ID", "support");

        guarded.processAction(context);

        verify(context).failure(any());
        verify(action, never()).processAction(any());
    }

    @Test
    void takesFormWhenInPerson() {
        guarded.evaluateTriggers(context);

        guarded.processAction(context);

        verify(action).processAction(context);
        verify(context, never()).failure(any());
        assertThat(refused).isEmpty();
        assertThat(ended).isEmpty();
    }

    @Test
    void beginsLoginAnewWhenAccountIsDisabled() {
        guarded.evaluateTriggers(context);
        when(user.isEnabled()).thenReturn(false);

        guarded.processAction(context);

        verify(action, never()).processAction(any());
        assertThat(ended).containsExactly(context);
    }

    @Test
    void beginsLoginAnewWhenNothingIsKnownOfIt() {
        guarded.processAction(context);

        verify(action, never()).processAction(any());
        assertThat(ended).containsExactly(context);
    }

    @Test
    void passesOverPageWhenSessionWasMadeByAnExchange() {
        when(session.getAuthMethod()).thenReturn("impersonate");

        guarded.requiredActionChallenge(context);

        verify(context).ignore();
        verify(action, never()).requiredActionChallenge(any());
    }

    @Test
    void showsPageWhenInPerson() {
        guarded.requiredActionChallenge(context);

        verify(action).requiredActionChallenge(context);
        verify(context, never()).ignore();
    }

    /** Keycloak finds out by the interface what credential an action is about. */
    @Test
    void keepsItsKindWhenItIsAboutCredentials() {
        assertThat(InPersonAction.of("CONFIGURE", new UpdateTotp(), refused::add, this::end))
                .isInstanceOf(CredentialRegistrator.class);
        assertThat(InPersonAction.of("CONFIGURE", new DeleteCredentialAction(), refused::add, this::end))
                .isInstanceOf(CredentialAction.class)
                .isNotInstanceOf(CredentialRegistrator.class);
        assertThat(InPersonAction.of("CONFIGURE", new UpdatePassword(), refused::add, this::end))
                .isNotInstanceOf(CredentialAction.class);
    }

    @Nested
    final class CredentialsOfTheLogin {

        private final RequiredActionProvider setPassword = mock(UpdatePassword.class);

        @BeforeEach
        void logIn() {
            guarded.evaluateTriggers(context);
        }

        @Test
        void areThoseOfThePageWhenItHasSetThem() {
            sendSetting("new", RequiredActionContext.Status.SUCCESS, setPassword);

            assertThat(isChanged()).isFalse();
        }

        @Test
        void areThoseOfThePageWhenItIsOfAnotherKindOfCredential() {
            RequiredActionProvider register = mock(UpdateTotp.class);

            sendSetting("new", RequiredActionContext.Status.SUCCESS, register);

            assertThat(isChanged()).isFalse();
        }

        /** Whoever sits at the session of somebody else would set up a credential of their own. */
        @Test
        void stayWhenLoginRestsOnSessionAlone() {
            notes.put("data-access.login-brought", "{}");

            sendSetting("new", RequiredActionContext.Status.SUCCESS, setPassword);

            assertThat(reasons).containsExactly(Why.SET_UP);
        }

        /** Keycloak asks for credentials then, when the session is old. */
        @Test
        void areThoseOfThePageWhenApplicationAskedForIt() {
            notes.put("data-access.login-brought", "{}");
            when(login.getClientNote(Constants.KC_ACTION)).thenReturn("CONFIGURE");

            sendSetting("new", RequiredActionContext.Status.SUCCESS, setPassword);

            assertThat(isChanged()).isFalse();
            assertThat(ended).isEmpty();
        }

        @Test
        void stayWhenSomebodyElseChangedThemBefore() {
            password.setSecretData("of an administrator");

            sendSetting("new", RequiredActionContext.Status.SUCCESS, setPassword);

            assertThat(password.getSecretData()).isEqualTo("of an administrator");
            assertThat(reasons).containsExactly(Why.ENDED);
        }

        @Test
        void areFoundChangedWhenThePageHasNotSucceeded() {
            sendSetting("new", RequiredActionContext.Status.CHALLENGE, setPassword);

            assertThat(isChanged()).isTrue();
        }

        @Test
        void areFoundChangedWhenThePageIsAboutNoCredentials() {
            sendSetting("new", RequiredActionContext.Status.SUCCESS, action);

            assertThat(isChanged()).isTrue();
        }

        private void sendSetting(String secret, RequiredActionContext.Status status, RequiredActionProvider page) {
            doAnswer(call -> {
                        password.setSecretData(secret);
                        when(context.getStatus()).thenReturn(status);
                        return null;
                    })
                    .when(page)
                    .processAction(context);
            InPersonAction.of("CONFIGURE", page, refused::add, InPersonActionTest.this::end)
                    .processAction(context);
        }

        private boolean isChanged() {
            return new CredentialChange(login, user).isFound();
        }
    }

    private void end(RequiredActionContext ofLogin, Why why) {
        ended.add(ofLogin);
        reasons.add(why);
    }
}
