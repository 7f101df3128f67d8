/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

final class TokenRequestTest {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    @ParameterizedTest
    @ValueSource(strings = {"token", "token/", "token//", "token;a=b", "token/;a=b", "token;a=\n"})
    void readsTheFormWhenKeycloakTakesItForTheTokenEndpoint(String end) {
        assertThat(grantType("/realms/workforce/protocol/openid-connect/" + end))
                .contains(EXCHANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/workforce/login-actions/authenticate",
                "/realms/workforce/login-actions/token",
                "/realms/workforce/protocol/openid-connect/auth",
                "/realms/workforce/protocol/openid-connect/tokens"
            })
    void readsNoFormWhenItIsAnotherEndpoint(String path) {
        assertThat(grantType(path)).isEmpty();
    }

    private static Optional<String> grantType(String path) {
        KeycloakSession session = mock();
        KeycloakContext keycloak = mock();
        KeycloakUriInfo uri = mock();
        HttpRequest request = mock();
        when(session.getContext()).thenReturn(keycloak);
        when(keycloak.getUri()).thenReturn(uri);
        when(keycloak.getHttpRequest()).thenReturn(request);
        when(uri.getPath()).thenReturn(path);
        when(request.getDecodedFormParameters()).thenReturn(new MultivaluedHashMap<>(Map.of("grant_type", EXCHANGE)));
        ClientSessionContext context = mock();
        return TokenRequest.of(session, new TokenPostProcessorContext(null, null, null, new AccessToken(), context))
                .grantType();
    }
}
