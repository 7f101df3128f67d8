/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

final class LoginWithoutActionsTest {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String UMA = "urn:ietf:params:oauth:grant-type:uma-ticket";
    private static final String JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String OWN = "https://keycloak.example/realms/workforce";

    private final KeycloakSession session = mock();
    private final KeycloakContext keycloak = mock();
    private final KeycloakUriInfo uri = mock();
    private final HttpRequest request = mock();
    private final ClientSessionContext context = mock();
    private final AuthenticatedClientSessionModel clientSession = mock();
    private final UserSessionModel userSession = mock();

    @BeforeEach
    void tellSession() {
        when(session.getContext()).thenReturn(keycloak);
        when(keycloak.getUri()).thenReturn(uri);
        when(keycloak.getHttpRequest()).thenReturn(request);
        when(uri.getPath()).thenReturn("/realms/workforce/protocol/openid-connect/token");
        when(context.getClientSession()).thenReturn(clientSession);
        when(clientSession.getUserSession()).thenReturn(userSession);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization_code",
                "refresh_token",
                "password",
                "client_credentials",
                "urn:ietf:params:oauth:grant-type:device_code"
            })
    void asksForNoTimeWhenTheLoginEndsByItself(String grantType) {
        assertThat(isOfUnknownTime(grantType, Map.of())).isFalse();
    }

    @Test
    void asksForNoTimeWhenTokenIsOfTheBrowser() {
        when(uri.getPath()).thenReturn("/realms/workforce/login-actions/required-action");

        assertThat(isOfUnknownTime("urn:example:grant", Map.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:example:grant", "urn:ietf:params:oauth:grant-type:pre-authorized_code", JWT})
    void isUnknownWhenNothingTellsATime(String grantType) {
        assertThat(isOfUnknownTime(grantType, Map.of())).isTrue();
    }

    @Test
    void isKnownWhenTheAssertionTellsIt() {
        assertThat(isOfUnknownTime(JWT, Map.of("assertion", jwt("{\"iat\":1795291489}"))))
                .isFalse();
        assertThat(isOfUnknownTime(JWT, Map.of("assertion", jwt("{}")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {EXCHANGE, UMA})
    void isUnknownWhenTokenShownHasNeitherSessionNorTime(String grantType) {
        when(userSession.getPersistenceState()).thenReturn(SessionPersistenceState.TRANSIENT);

        assertThat(isOfUnknownTime(grantType, Map.of("subject_token", jwt("{}"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {EXCHANGE, UMA})
    void asksForNoTimeWhenTokenShownHasASession(String grantType) {
        assertThat(isOfUnknownTime(grantType, Map.of("subject_token", jwt("{\"iss\":\"" + OWN + "\"}"))))
                .isFalse();

        when(userSession.getPersistenceState()).thenReturn(SessionPersistenceState.TRANSIENT);
        when(userSession.getNote(Constants.CREATED_FROM_PERSISTENT)).thenReturn("true");
        assertThat(isOfUnknownTime(grantType, Map.of())).isFalse();
    }

    @Test
    void isUnknownWhenAnotherIssuersTokenCannotBeRead() {
        assertThat(isOfUnknownTime(EXCHANGE, Map.of("subject_token", "opaque", "subject_issuer", "elsewhere")))
                .isTrue();
        assertThat(isOfUnknownTime(EXCHANGE, Map.of("subject_token", jwt("{\"iss\":\"https://elsewhere\"}"))))
                .isTrue();
    }

    /** Nobody has checked that token. */
    @Test
    void isUnknownWhenOnlyPushedClaimsTellATime() {
        when(userSession.getPersistenceState()).thenReturn(SessionPersistenceState.TRANSIENT);

        assertThat(isOfUnknownTime(
                        UMA,
                        Map.of(
                                "claim_token",
                                jwt("{\"iat\":1795291489}"),
                                "claim_token_format",
                                "urn:ietf:params:oauth:token-type:jwt")))
                .isTrue();
    }

    private boolean isOfUnknownTime(String grantType, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("grant_type", grantType);
        when(request.getDecodedFormParameters()).thenReturn(new MultivaluedHashMap<>(all));
        AccessToken token = new AccessToken();
        token.issuer(OWN);
        return new LoginWithoutActions(session, new TokenPostProcessorContext(null, null, null, token, context))
                .isOfUnknownTime();
    }

    private static String jwt(String claims) {
        return base64("{\"alg\":\"none\"}") + "." + base64(claims) + "." + base64("signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
