/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import io.dataaccess.keycloak.token.TokenOrigin;
import io.dataaccess.keycloak.token.TokenOriginClaims;
import java.util.Objects;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.util.TokenUtil;

/**
 * Whose token it is, restored in the answer to an introspection: mappers write into that as well, and Keycloak signs it
 * as an access token for clients that ask for a {@code jwt} (26.7.3).
 */
final class IntrospectedClaims {

    private final KeycloakSession session;
    private final ClientModel client;
    private final UserSessionModel userSession;

    IntrospectedClaims(KeycloakSession session, ClientModel client, UserSessionModel userSession) {
        this.session = session;
        this.client = client;
        this.userSession = userSession;
    }

    /** Restores them in the answer; a session without the client has no mappers, and its answer is the token itself. */
    void restore(AccessToken answer, AccessToken token) {
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
