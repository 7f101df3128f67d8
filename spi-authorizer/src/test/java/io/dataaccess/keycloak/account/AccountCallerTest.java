/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

final class AccountCallerTest {

    private final ClientModel client = mock();

    @Test
    void filesForAnyClientWhenItIsTheAccountConsole() {
        when(client.getClientId()).thenReturn("account-console");

        assertThat(caller().isForAnyClient()).isTrue();
        assertThat(caller().isFor("sample-app")).isTrue();
    }

    @Test
    void filesForItsOwnOnlyWhenTheConsoleHasARegistrationToken() {
        when(client.getClientId()).thenReturn("account-console");
        when(client.getRegistrationToken()).thenReturn("token-1");

        assertThat(caller().isForAnyClient()).isFalse();
        assertThat(caller().isFor("sample-app")).isFalse();
        assertThat(caller().isFor("account-console")).isTrue();
    }

    @Test
    void filesForItsOwnOnlyWhenADocumentSaysHowTheConsoleIs() {
        when(client.getClientId()).thenReturn("account-console");
        when(client.getAttribute("cimd.cache.expiry.time.in.sec")).thenReturn("1");

        assertThat(caller().isForAnyClient()).isFalse();
    }

    @Test
    void filesForItsOwnOnlyWhenItIsAnApplication() {
        when(client.getClientId()).thenReturn("sample-app");

        assertThat(caller().isForAnyClient()).isFalse();
        assertThat(caller().isFor("sample-app")).isTrue();
    }

    private AccountCaller caller() {
        UserModel user = mock();
        return new AccountCaller(user, client, () -> false);
    }
}
