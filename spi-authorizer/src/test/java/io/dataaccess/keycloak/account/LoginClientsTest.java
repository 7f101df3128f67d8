/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.models.RealmModel;

final class LoginClientsTest {

    private static boolean includes(Consumer<ClientModel> how) {
        RealmModel realm = mock(RealmModel.class);
        OAuth2DeviceConfig device = new OAuth2DeviceConfig(realm);
        CibaConfig ciba = CibaConfig.fromModel(realm);
        when(realm.getOAuth2DeviceConfig()).thenReturn(device);
        when(realm.getCibaPolicy()).thenReturn(ciba);
        ClientModel client = mock(ClientModel.class);
        when(client.getClientId()).thenReturn("sample-app");
        when(client.isEnabled()).thenReturn(true);
        how.accept(client);
        return new LoginClients(realm).include(client);
    }

    @Test
    void includesWhenPeopleLogIn() {
        assertThat(includes(client -> when(client.isStandardFlowEnabled()).thenReturn(true)))
                .isTrue();
        assertThat(includes(client -> when(client.isImplicitFlowEnabled()).thenReturn(true)))
                .isTrue();
        assertThat(includes(client -> when(client.isDirectAccessGrantsEnabled()).thenReturn(true)))
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
        assertThat(includes(client -> {
                    when(client.isStandardFlowEnabled()).thenReturn(true);
                    when(client.isEnabled()).thenReturn(false);
                }))
                .isFalse();
        assertThat(includes(client -> {
                    when(client.isStandardFlowEnabled()).thenReturn(true);
                    when(client.getClientId()).thenReturn("account-console");
                }))
                .isFalse();
    }
}
