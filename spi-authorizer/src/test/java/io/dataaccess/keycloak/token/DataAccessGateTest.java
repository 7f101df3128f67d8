/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

final class DataAccessGateTest {

    private final KeycloakSession session = mock(KeycloakSession.class);
    private final KeycloakContext keycloak = mock(KeycloakContext.class);
    private final ClientScopeModel scope = mock(ClientScopeModel.class);
    private final AccessToken token = new AccessToken();

    @Test
    void asksNoDatabaseWhenNoScopeIsGuarded() {
        process();

        verifyNoInteractions(session);
        assertThat(token.getOtherClaims()).isEmpty();
    }

    @Test
    void asksTheDatabaseWhenAScopeIsGuarded() {
        when(scope.getAttribute("data-access.categories")).thenReturn("us.user.contact");
        StopHere stop = new StopHere();
        when(session.getProvider(JpaConnectionProvider.class)).thenThrow(stop);
        when(session.getContext()).thenReturn(keycloak);

        assertThat(catchThrowable(this::process)).isSameAs(stop);
        verify(session).getProvider(JpaConnectionProvider.class);
    }

    private void process() {
        when(scope.getName()).thenReturn("us-contact");
        when(scope.getId()).thenReturn("scope-1");
        token.setScope("openid us-contact");
        RealmModel realm = mock(RealmModel.class);
        when(scope.getRealm()).thenReturn(realm);
        when(realm.getId()).thenReturn("realm-1");
        ClientModel client = mock(ClientModel.class);
        when(client.getId()).thenReturn("client-1");
        when(client.getClientId()).thenReturn("sample-app");
        token.issuedFor("sample-app");
        token.setSessionId("session-1");
        when(realm.getClientByClientId("sample-app")).thenReturn(client);
        when(keycloak.getRealm()).thenReturn(realm);
        UserSessionModel userSession = mock(UserSessionModel.class);
        when(userSession.getId()).thenReturn("session-1");
        AuthenticatedClientSessionModel clientSession = mock(AuthenticatedClientSessionModel.class);
        when(clientSession.getUserSession()).thenReturn(userSession);
        when(clientSession.getRealm()).thenReturn(realm);
        when(clientSession.getClient()).thenReturn(client);
        ClientSessionContext context = mock(ClientSessionContext.class);
        when(context.getClientSession()).thenReturn(clientSession);
        when(context.getAttribute(Constants.GRANT_TYPE, String.class)).thenReturn("password");
        when(context.getClientScopesStream()).thenAnswer(call -> Stream.of(scope));
        new DataAccessGate(session).process(new TokenPostProcessorContext(null, null, null, token, context));
    }

    private static final class StopHere extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
