/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.web.InvalidCallException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

final class RequesterScopeTest {

    private static ClientModel client(Map<String, ClientScopeModel> defaults, Map<String, ClientScopeModel> optional) {
        ClientModel client = mock(ClientModel.class);
        when(client.getClientScopes(true)).thenReturn(defaults);
        when(client.getClientScopes(false)).thenReturn(optional);
        return client;
    }

    private static Map<String, ClientScopeModel> assigned(String name) {
        return Map.of(name, mock(ClientScopeModel.class));
    }

    private static void assertRefused(ClientModel client, @Nullable String scopes) {
        assertThatThrownBy(() -> RequesterScope.require(client, scopes))
                .isInstanceOf(InvalidCallException.class)
                .hasMessageContaining("data-access");
    }

    private static void assertTaken(ClientModel client, String scopes) {
        assertThatCode(() -> RequesterScope.require(client, scopes)).doesNotThrowAnyException();
    }

    @Test
    void takesTokenWhenAssignedAndAskedFor() {
        assertTaken(client(Map.of(), assigned("data-access")), "openid data-access");
        assertTaken(client(assigned("data-access"), Map.of()), "data-access");
    }

    @Test
    void refusesWhenItIsNotInTheToken() {
        ClientModel client = client(Map.of(), assigned("data-access"));

        assertRefused(client, "openid");
        assertRefused(client, "");
        assertRefused(client, null);
        assertRefused(client, "openid data-access:all data-accessory DATA-ACCESS");
    }

    @Test
    void refusesWhenItIsNotAssigned() {
        assertRefused(client(Map.of(), Map.of()), "openid data-access");
        assertRefused(client(assigned("email"), assigned("Data-Access")), "openid data-access");
    }
}
