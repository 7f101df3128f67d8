/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.urls.UrlType;

/** Keycloak's own consoles with addresses and flows that Keycloak does not give them. */
final class ConsoleProblemsTest {

    private final ProblemRealm realm = new ProblemRealm();
    private final ClientModel console = mock();

    @BeforeEach
    void make() {
        KeycloakUriInfo uri = mock();
        when(uri.getBaseUri()).thenReturn(URI.create("https://keycloak.example/auth/"));
        when(realm.session.getContext().getUri(any(UrlType.class))).thenReturn(uri);
        when(realm.realm.getName()).thenReturn("workforce");
        when(console.isEnabled()).thenReturn(true);
        when(console.getRealm()).thenReturn(realm.realm);
        is("security-admin-console");
        when(console.isStandardFlowEnabled()).thenReturn(true);
        when(console.getRootUrl()).thenReturn("${authAdminUrl}");
        when(console.getRedirectUris()).thenReturn(Set.of("/admin/workforce/console/*"));
        when(console.getWebOrigins()).thenReturn(Set.of("+"));
    }

    private void is(String id) {
        when(console.getClientId()).thenReturn(id);
        when(realm.realm.getClientByClientId("security-admin-console")).thenReturn(realm.client);
        when(realm.realm.getClientByClientId(id)).thenReturn(console);
    }

    private void assertFound(String id) {
        assertThat(realm.problems()).containsExactly("ERROR console_changed at client " + id);
    }

    @Test
    void findsNothingWhenTheyAreAsKeycloakMakesThem() {
        assertThat(realm.problems()).isEmpty();

        is("account-console");
        when(console.getRootUrl()).thenReturn("${authBaseUrl}");
        when(console.getRedirectUris()).thenReturn(Set.of("/realms/workforce/account/*"));
        when(console.getWebOrigins()).thenReturn(Set.of());
        assertThat(realm.problems()).isEmpty();

        listCli();
        when(console.isStandardFlowEnabled()).thenReturn(false);
        when(console.isDirectAccessGrantsEnabled()).thenReturn(true);
        when(console.getRedirectUris()).thenReturn(Set.of());
        assertThat(realm.problems()).isEmpty();
    }

    private void listCli() {
        is("admin-cli");
        when(realm.realm.getAttribute("data-access.adminClients")).thenReturn("security-admin-console admin-cli");
    }

    @Test
    void findsNothingWhenTheAddressIsWrittenInFull() {
        when(console.getRedirectUris()).thenReturn(Set.of("https://keycloak.example/auth/admin/workforce/console/*"));
        when(console.getRootUrl()).thenReturn("https://keycloak.example/auth/");
        when(console.getWebOrigins()).thenReturn(Set.of("https://keycloak.example"));

        assertThat(realm.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://employee.example/*",
                "*",
                "/*",
                "/admin/other/console/*",
                "https://keycloak.example/*",
                "https://keycloak.example/auth.evil.example/*"
            })
    void findsConsoleWhenItHasAnAddressOfSomebodyElse(String address) {
        when(console.getRedirectUris()).thenReturn(Set.of("/admin/workforce/console/*", address));

        assertFound("security-admin-console");
    }

    @Test
    void findsConsoleWhenItsRootIsElsewhere() {
        when(console.getRootUrl()).thenReturn("https://employee.example");

        assertFound("security-admin-console");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://employee.example"})
    void findsConsoleWhenPagesOfOthersMayUseIt(String origin) {
        when(console.getWebOrigins()).thenReturn(Set.of("+", origin));

        assertFound("security-admin-console");
    }

    @ParameterizedTest
    @CsvSource({
        "security-admin-console,oauth2.device.authorization.grant.enabled",
        "security-admin-console,oidc.ciba.grant.enabled",
        "account-console,oauth2.jwt.authorization.grant.enabled",
        "account-console,standard.token.exchange.enabled",
    })
    void findsConsoleWhenAnotherGrantIsOn(String id, String grant) {
        is(id);
        when(console.getRedirectUris()).thenReturn(Set.of());
        when(console.getAttribute(grant)).thenReturn("true");

        assertFound(id);
    }

    @Test
    void findsConsoleWhenTheImplicitFlowIsOn() {
        when(console.isImplicitFlowEnabled()).thenReturn(true);

        assertFound("security-admin-console");
    }

    @Test
    void findsCommandLineWhenPeopleSignInToItInABrowser() {
        listCli();
        when(console.getRedirectUris()).thenReturn(Set.of());
        assertFound("admin-cli");
    }

    @Test
    void findsNothingWhenItsTokensDoNotVote() {
        is("admin-cli");
        when(console.getRedirectUris()).thenReturn(Set.of("https://employee.example/*"));

        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsNothingWhenItIsOff() {
        when(console.isImplicitFlowEnabled()).thenReturn(true);
        when(console.isEnabled()).thenReturn(false);

        assertThat(realm.problems()).isEmpty();
    }
}
