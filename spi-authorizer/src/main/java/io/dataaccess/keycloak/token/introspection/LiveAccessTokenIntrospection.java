/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import io.dataaccess.keycloak.token.TokenClaims;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/**
 * Answers with the live decision and repeats its claims. What is not active has no transformed token, or Keycloak would
 * sign it and send it along (26.7.3).
 */
final class LiveAccessTokenIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {

    LiveAccessTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String tokenStr) {
        Optional<TokenClaims> claims = super.introspectionChecks(tokenStr)
                ? new LiveDecision(session, eventBuilder).of(token, client, userSession)
                : Optional.empty();
        claims.ifPresentOrElse(this::restore, () -> transformedToken = null);
        return claims.isPresent();
    }

    private void restore(TokenClaims live) {
        new IntrospectedClaims(session, client, userSession).restore(transformedToken, token);
        live.writeTo(transformedToken);
    }
}
