/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/** Clients that send tokens to anybody's page. */
final class RedirectProblemsTest {

    private static final String OPEN = "ERROR client_redirect_open at client spa";

    private final ProblemRealm realm = new ProblemRealm();
    private final ClientModel spa = mock();

    @BeforeEach
    void add() {
        when(spa.getClientId()).thenReturn("spa");
        when(spa.isEnabled()).thenReturn(true);
        when(spa.isPublicClient()).thenReturn(true);
        when(spa.isStandardFlowEnabled()).thenReturn(true);
        when(spa.getClientScopes(false)).thenReturn(Map.of("us-contact", realm.contact));
        when(spa.getRedirectUris()).thenReturn(Set.of("https://app.example/*", "*"));
        when(realm.realm.getClientsStream()).thenAnswer(call -> Stream.of(spa));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*", "http://*", "https:*", "http*", "h*"})
    void findsClientWhenTheAddressIsAnybodys(String address) {
        when(spa.getRedirectUris()).thenReturn(Set.of(address));

        assertThat(realm.problems()).containsExactly(OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/*",
                "https://app.example*",
                "https://*.example/*",
                "https://app.example:*",
                "http://localhost/*",
                "com.example.app:*",
                "/*",
                "https://app.example/callback"
            })
    void findsNothingWhenTheAddressIsSomebodys(String address) {
        when(spa.getRedirectUris()).thenReturn(Set.of(address));

        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsClientWhenItMayAskForAccess() {
        ClientScopeModel scope = mock();
        when(scope.getRealm()).thenReturn(realm.realm);
        when(scope.getName()).thenReturn("data-access");
        when(spa.getClientScopes(false)).thenReturn(Map.of());
        assertThat(realm.problems()).isEmpty();

        when(spa.getClientScopes(true)).thenReturn(Map.of("data-access", scope));
        assertThat(realm.problems()).containsExactly(OPEN);
    }

    @Test
    void findsConfidentialClientOnlyWhenTokensGoThroughTheBrowser() {
        when(spa.isPublicClient()).thenReturn(false);
        assertThat(realm.problems()).isEmpty();

        when(spa.isImplicitFlowEnabled()).thenReturn(true);
        assertThat(realm.problems()).contains(OPEN);
    }

    @Test
    void findsNothingWhenNobodySignsInToIt() {
        when(spa.isStandardFlowEnabled()).thenReturn(false);
        assertThat(realm.problems()).isEmpty();

        when(spa.isStandardFlowEnabled()).thenReturn(true);
        when(spa.isEnabled()).thenReturn(false);
        assertThat(realm.problems()).isEmpty();
    }
}
