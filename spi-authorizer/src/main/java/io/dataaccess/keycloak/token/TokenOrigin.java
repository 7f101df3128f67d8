/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authorization.authorization.AuthorizationTokenService;
import org.keycloak.common.Profile;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.JsonWebToken;

/**
 * Whose token it is, from what Keycloak itself holds and never from a claim that a mapper could have written.
 *
 * @param client the client it is issued to
 * @param context what it was made from; its client session is another client's for party tokens and legacy exchange
 */
public record TokenOrigin(ClientModel client, ClientSessionContext context) {

    private static final String UMA = OAuth2Constants.UMA_GRANT_TYPE;
    private static final String EXCHANGE = OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE;

    /** The origin; empty when it cannot be told, and then there is no token. */
    static Optional<TokenOrigin> of(KeycloakSession session, TokenPostProcessorContext context) {
        return client(session, context).map(client -> new TokenOrigin(client, context.clientSessionCtx()));
    }

    UserSessionModel session() {
        return context.getClientSession().getUserSession();
    }

    UserModel user() {
        return session().getUser();
    }

    /**
     * Every grant of the token endpoint notes its type (Keycloak 26.7.3) and issues to the session's client, but the two
     * that borrow a session; so does the browser, which notes none.
     */
    private static Optional<ClientModel> client(KeycloakSession session, TokenPostProcessorContext context) {
        ClientSessionContext made = context.clientSessionCtx();
        Optional<ClientModel> usual = Optional.of(made.getClientSession().getClient());
        if (context.requestRefreshToken() != null || made.getAttribute(Constants.GRANT_TYPE, String.class) != null) {
            return usual;
        }
        String grantType = TokenRequest.of(session, context).grantType().orElse("");
        if (UMA.equals(grantType)) {
            return askingForPermission(session);
        }
        if (EXCHANGE.equals(grantType) && Profile.isFeatureEnabled(Profile.Feature.TOKEN_EXCHANGE)) {
            return exchanging(session, context.accessToken());
        }
        return usual;
    }

    /** Legacy exchange makes the audience's token and writes the client that asks into it after all mappers (26.7.3). */
    private static Optional<ClientModel> exchanging(KeycloakSession session, AccessToken token) {
        return named(session.getContext().getRealm(), token);
    }

    /**
     * A party token goes to the client of the token that was shown. In place of an ID token Keycloak shows one that it
     * made with the client's mappers; that client has to be the one that asks (26.7.3).
     */
    private static Optional<ClientModel> askingForPermission(KeycloakSession session) {
        if (showsIdToken(session)) {
            return Optional.ofNullable(session.getContext().getClient());
        }
        return session.getContext().getBearerToken() instanceof JsonWebToken shown
                ? named(session.getContext().getRealm(), shown)
                : Optional.empty();
    }

    /** The access token shown for a party token; empty when it is an ID token, in whose place Keycloak made one. */
    static Optional<AccessToken> shownForPermission(KeycloakSession session) {
        return !showsIdToken(session) && session.getContext().getBearerToken() instanceof AccessToken shown
                ? Optional.of(shown)
                : Optional.empty();
    }

    /** Whether an ID token is shown for a party token, in {@code claim_token}. */
    static boolean showsIdToken(KeycloakSession session) {
        var form = session.getContext().getHttpRequest().getDecodedFormParameters();
        String format = form.getFirst("claim_token_format");
        return format == null
                ? form.getFirst("claim_token") != null
                : AuthorizationTokenService.CLAIM_TOKEN_FORMAT_ID_TOKEN.equals(format);
    }

    private static Optional<ClientModel> named(RealmModel realm, JsonWebToken token) {
        return Optional.ofNullable(token.getIssuedFor()).map(realm::getClientByClientId);
    }
}
