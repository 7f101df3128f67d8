/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import io.dataaccess.keycloak.token.TokenClaims;
import io.dataaccess.keycloak.token.TokenOrigin;
import io.dataaccess.keycloak.token.TokenOriginClaims;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.util.TokenUtil;

/**
 * The answer about a token that Keycloak holds for good: the live decision, its claims, and whose token it is. That is
 * restored, because mappers write into the answer as well, and Keycloak signs it as an access token for clients that ask for
 * a {@code jwt} (26.7.3).
 */
final class LiveToken {

    private final KeycloakSession session;
    private final ClientModel client;
    private final UserSessionModel userSession;

    LiveToken(KeycloakSession session, ClientModel client, UserSessionModel userSession) {
        this.session = session;
        this.client = client;
        this.userSession = userSession;
    }

    /**
     * This answer, made true; null when the token is not active, so that Keycloak neither signs it nor sends it along.
     *
     * @param answer what Keycloak's mappers have made of the token
     */
    @Nullable
    AccessToken of(AccessToken token, AccessToken answer, EventBuilder event) {
        Optional<TokenClaims> claims = new LiveDecision(session, event).of(token, client, userSession);
        claims.ifPresent(live -> {
            restore(answer, token);
            live.writeTo(answer);
        });
        return claims.isPresent() ? answer : null;
    }

    /** Restores whose token it is; a session without the client has no mappers, and its answer is the token itself. */
    private void restore(AccessToken answer, AccessToken token) {
        AuthenticatedClientSessionModel clientSession =
                userSession.getAuthenticatedClientSessionByClient(client.getId());
        if (clientSession == null) {
            return;
        }
        TokenUtil.convertTokenRolesFromOtherClaims(answer);
        TokenOriginClaims own = new TokenOriginClaims(
                session,
                new TokenOrigin(
                        client,
                        DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                                clientSession, token.getScope(), session)));
        own.restoreIn(answer);
        if (!Objects.equals(answer.getSubject(), token.getSubject())) {
            own.restoreSubject(answer);
        }
        answer.id(token.getId());
        answer.type(token.getType());
        answer.issuer(token.getIssuer());
        answer.iat(token.getIat());
        answer.exp(token.getExp());
        answer.nbf(token.getNbf());
        answer.setSessionId(token.getSessionId());
        answer.setScope(token.getScope());
        answer.setConfirmation(token.getConfirmation());
    }
}
