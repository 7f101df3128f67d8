/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.self;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;

final class LoginClientsTest {

    private static boolean includes(Consumer<ClientModel> how) {
        ClientModel client = mock(ClientModel.class);
        how.accept(client);
        return LoginClients.includes(client);
    }

    @Test
    void includesWhenPeopleLogIn() {
        assertThat(includes(client -> when(client.isStandardFlowEnabled()).thenReturn(true)))
                .isTrue();
        assertThat(includes(client -> when(client.isImplicitFlowEnabled()).thenReturn(true)))
                .isTrue();
        assertThat(includes(
                        client -> when(client.isDirectAccessGrantsEnabled()).thenReturn(true)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth2.device.authorization.grant.enabled", "oidc.ciba.grant.enabled"})
    void includesWhenAnotherDeviceAsksThem(String attribute) {
        assertThat(includes(client -> when(client.getAttribute(attribute)).thenReturn("true")))
                .isTrue();
        assertThat(includes(client -> when(client.getAttribute(attribute)).thenReturn("false")))
                .isFalse();
    }

    @Test
    void leavesOutWhenNobodyCanLogIn() {
        assertThat(includes(client -> when(client.isServiceAccountsEnabled()).thenReturn(true)))
                .isFalse();
        assertThat(includes(client -> {
                    when(client.isStandardFlowEnabled()).thenReturn(true);
                    when(client.isBearerOnly()).thenReturn(true);
                }))
                .isFalse();
    }
}
