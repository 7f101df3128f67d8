/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;

final class SelfRegistrationTest {

    private final ClientModel client = mock();
    private final List<GuardedScope> scopes =
            List.of(new GuardedScope(new ScopeRef("1", "us-contact"), List.of("us.user.contact"), true));

    @Test
    void guardsNothingForClientWhenADocumentSaysHowItIs() {
        when(client.getAttribute("cimd.cache.expiry.time.in.sec")).thenReturn("1");

        assertThat(SelfRegistration.isOf(client)).isTrue();
        assertThat(SelfRegistration.scopesFor(client, scopes))
                .singleElement()
                .satisfies(scope -> assertThat(scope.guardable()).isFalse());
    }

    /** An administrator has given it the scope: registration policies do not let it take one. */
    @Test
    void leavesScopesWhenClientHasARegistrationToken() {
        when(client.getRegistrationToken()).thenReturn("token-1");

        assertThat(SelfRegistration.isOf(client)).isTrue();
        assertThat(SelfRegistration.scopesFor(client, scopes)).isEqualTo(scopes);
    }

    @Test
    void leavesScopesWhenAnAdministratorMadeTheClient() {
        assertThat(SelfRegistration.isOf(client)).isFalse();
        assertThat(SelfRegistration.scopesFor(client, scopes)).isEqualTo(scopes);
    }
}
