/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractPairwiseSubMapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.managers.AuthenticationManager;

/** What is restored in one token; {@code OwnClaimsIT} has all claims and grants. */
final class TokenOriginClaimsTest {

    private final KeycloakSession session = mock(KeycloakSession.class);
    private final ClientSessionContext context = mock(ClientSessionContext.class);
    private final UserSessionModel userSession = mock(UserSessionModel.class);
    private final ClientModel client = mock(ClientModel.class);
    private final AccessToken token = new AccessToken();

    private final TokenOriginClaims claims = new TokenOriginClaims(session, new TokenOrigin(client, context));

    @BeforeEach
    void own() {
        UserModel user = mock(UserModel.class);
        when(user.getId()).thenReturn("user-1");
        when(user.getUsername()).thenReturn("maria");
        when(userSession.getUser()).thenReturn(user);
        when(userSession.getId()).thenReturn("session-1");
        AuthenticatedClientSessionModel clientSession = mock(AuthenticatedClientSessionModel.class);
        when(clientSession.getUserSession()).thenReturn(userSession);
        when(clientSession.getNote(OIDCLoginProtocol.ISSUER)).thenReturn("https://issuer");
        when(context.getClientSession()).thenReturn(clientSession);
        when(context.getProtocolMappersStream()).thenAnswer(call -> Stream.empty());
        when(client.getClientId()).thenReturn("app");
        token.issuedFor("app").issuer("https://issuer");
        token.setSessionId("session-1");
    }

    @Test
    void changesNothingWhenTokenIsLightweight() {
        claims.restoreIn(token);

        assertThat(token.getIssuedFor()).isEqualTo("app");
        assertThat(token.getSessionId()).isEqualTo("session-1");
        assertThat(token.getSubject()).isNull();
        assertThat(token.getAudience()).isNull();
        assertThat(token.getAcr()).isNull();
        assertThat(token.getAuth_time()).isNull();
        assertThat(token.getOtherClaims()).isEmpty();
    }

    @Test
    void restoresOwnerWhenFieldsNameAnother() {
        token.issuedFor("console").issuer("https://other");
        token.setSessionId("session-2");
        token.setOtherClaims("client_id", "console");
        token.setOtherClaims("session_state", "session-2");
        token.setOtherClaims("sid", "session-2");
        token.setOtherClaims("name", "Maria");

        claims.restoreIn(token);

        assertThat(token.getIssuedFor()).isEqualTo("app");
        assertThat(token.getIssuer()).isEqualTo("https://issuer");
        assertThat(token.getSessionId()).isEqualTo("session-1");
        assertThat(token.getOtherClaims())
                .containsOnly(
                        Map.entry("client_id", "app"),
                        Map.entry("session_state", "session-1"),
                        Map.entry("name", "Maria"));
    }

    @Test
    void restoresTimeOfTheLoginWhenTokenTellsAnother() {
        token.setAuth_time(4_102_444_800L);
        claims.restoreIn(token);
        assertThat(token.getAuth_time()).isNull();

        when(userSession.getNote(AuthenticationManager.AUTH_TIME)).thenReturn("1795291489");
        token.setAuth_time(4_102_444_800L);
        claims.restoreIn(token);
        assertThat(token.getAuth_time()).isEqualTo(1_795_291_489L);
    }

    @Test
    void leavesSubjectWhenSessionTellsTheUser() {
        token.setSubject("maria");
        claims.restoreIn(token);
        assertThat(token.getSubject()).isEqualTo("maria");

        claims.restoreSubject(token);
        assertThat(token.getSubject()).isEqualTo("user-1");
    }

    @Test
    void restoresSubjectWhenThereIsNoSession() {
        token.setSessionId(null);
        token.setSubject("user-2");

        claims.restoreIn(token);

        assertThat(token.getSubject()).isEqualTo("user-1");
    }

    @Test
    void keepsPairwiseSubjectWhenClientHasOne() {
        pairwise("pair-1");
        token.setSubject("pair-1");
        claims.restoreSubject(token);
        assertThat(token.getSubject()).isEqualTo("pair-1");

        token.setSubject("user-2");
        claims.restoreSubject(token);
        assertThat(token.getSubject()).isEqualTo("pair-1");
    }

    /** Keycloak would look for the user by name next. */
    @Test
    void restoresUsernameWhenSubjectIsPairwiseAndThereIsNoSession() {
        pairwise("pair-1");
        token.setSessionId(null);
        token.setSubject("pair-1");
        token.setPreferredUsername("avery");
        token.setOtherClaims("preferred_username", "avery");

        claims.restoreIn(token);

        assertThat(token.getSubject()).isEqualTo("pair-1");
        assertThat(token.getPreferredUsername()).isEqualTo("maria");
        assertThat(token.getOtherClaims()).containsEntry("preferred_username", "maria");
    }

    @Test
    void restoresRefreshTokenWhenItWasMadeFromAnAccessTokenOfAnother() {
        token.issuedFor("console").issuer("https://other");
        token.setSubject("user-2");
        token.setSessionId("session-2");
        RefreshToken refresh = new RefreshToken(token, null, "default");

        claims.restoreIn(refresh);

        assertThat(refresh.getIssuedFor()).isEqualTo("app");
        assertThat(refresh.getIssuer()).isEqualTo("https://issuer");
        assertThat(refresh.getAudience()).containsExactly("https://issuer");
        assertThat(refresh.getSubject()).isEqualTo("user-1");
        assertThat(refresh.getSessionId()).isEqualTo("session-1");
    }

    private void pairwise(String subject) {
        ProtocolMapperModel mapping = new ProtocolMapperModel();
        mapping.setProtocolMapper("pairwise");
        AbstractPairwiseSubMapper mapper = mock(AbstractPairwiseSubMapper.class);
        AccessToken made = new AccessToken();
        made.setSubject(subject);
        when(mapper.transformAccessToken(any(), eq(mapping), eq(session), eq(userSession), eq(context)))
                .thenReturn(made);
        KeycloakSessionFactory factory = mock(KeycloakSessionFactory.class);
        when(factory.getProviderFactory(ProtocolMapper.class, "pairwise")).thenReturn(mapper);
        when(session.getKeycloakSessionFactory()).thenReturn(factory);
        when(context.getProtocolMappersStream()).thenAnswer(call -> Stream.of(mapping));
    }
}
