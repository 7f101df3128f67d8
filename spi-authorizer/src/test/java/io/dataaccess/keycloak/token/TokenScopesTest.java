/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.representations.AccessToken;

/** Keycloak's context of a token and the token's claim do not always name the same scopes. */
final class TokenScopesTest {

    private final RealmModel realm = mock(RealmModel.class);
    private final ClientSessionContext context = mock(ClientSessionContext.class);
    private final ClientScopeModel scope = mock(ClientScopeModel.class);

    @Test
    void findsGuardedScopeWhenOnlyTheClaimNamesIt() {
        assertThat(guardedIn("openid us-contact"))
                .extracting(one -> one.ref().name())
                .containsExactly("us-contact");
        assertThat(guardedIn("openid us-contacts")).isEmpty();
    }

    @Test
    void findsGuardedScopeWhenTheClaimNamesItWithItsParameter() {
        assertThat(guardedIn("openid us-contact:1001")).as("takes none").isEmpty();

        when(scope.isParameterizedScope()).thenReturn(true);

        assertThat(guardedIn("openid us-contact:1001"))
                .extracting(GuardedScope::guardable)
                .containsExactly(false);
        assertThat(guardedIn("openid us-contacts:1001")).isEmpty();
    }

    @Test
    void findsGuardedScopeWhenItsMapperTakesAParameter() {
        assertThat(guardedIn("openid us-contact:acme")).as("takes none").isEmpty();

        when(scope.getProtocolMapperByType(OrganizationMembershipMapper.PROVIDER_ID))
                .thenReturn(List.of(new ProtocolMapperModel()));

        assertThat(guardedIn("openid us-contact:acme"))
                .extracting(GuardedScope::guardable)
                .containsExactly(false);
        assertThat(guardedIn("openid us-contacts:acme")).isEmpty();
    }

    @Test
    void isNotGuardableWhenTheContextHasItUnderAnotherName() {
        ClientScopeModel renamed = mock(ClientScopeModel.class);
        when(renamed.getId()).thenReturn("scope-1");
        when(renamed.getRealm()).thenReturn(realm);
        when(renamed.getName()).thenReturn("us-contact:acme");
        when(renamed.getProtocol()).thenReturn("openid-connect");
        when(renamed.isIncludeInTokenScope()).thenReturn(true);
        when(renamed.getAttribute("data-access.categories")).thenReturn("us.user.contact");

        assertThat(guardedIn("openid us-contact:acme", renamed))
                .extracting(GuardedScope::guardable)
                .containsExactly(false);
        assertThat(guardedIn("openid us-contact", scope))
                .extracting(GuardedScope::guardable)
                .containsExactly(true);
    }

    @Test
    void findsGuardedScopeWhenTheClientBearsItsName() {
        ClientModel client = mock(ClientModel.class);
        when(client.getId()).thenReturn("client-1");
        when(client.getName()).thenReturn("us-contact");

        assertThat(guardedIn("openid us-contact", client)).hasSize(1);
    }

    @Test
    void findsGuardedScopeOnceWhenContextAndClaimNameItDifferently() {
        when(scope.isParameterizedScope()).thenReturn(true);

        assertThat(guardedIn("openid us-contact:1001", scope)).hasSize(1);
    }

    private List<GuardedScope> guardedIn(String claim, ClientScopeModel... ofContext) {
        when(scope.getId()).thenReturn("scope-1");
        when(scope.getRealm()).thenReturn(realm);
        when(scope.getName()).thenReturn("us-contact");
        when(scope.getProtocol()).thenReturn("openid-connect");
        when(scope.isIncludeInTokenScope()).thenReturn(true);
        when(scope.getAttribute("data-access.categories")).thenReturn("us.user.contact");
        when(realm.getClientScopeById("scope-1")).thenReturn(scope);
        when(realm.getClientScopesStream()).thenAnswer(call -> Stream.of(scope));
        AuthenticatedClientSessionModel clientSession = mock(AuthenticatedClientSessionModel.class);
        when(clientSession.getRealm()).thenReturn(realm);
        when(context.getClientSession()).thenReturn(clientSession);
        when(context.getClientScopesStream()).thenAnswer(call -> Stream.of(ofContext));
        AccessToken token = new AccessToken();
        token.setScope(claim);
        return TokenScopes.guardedIn(token, context);
    }
}
