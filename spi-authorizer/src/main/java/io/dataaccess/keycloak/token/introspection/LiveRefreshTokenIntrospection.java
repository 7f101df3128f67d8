/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import io.dataaccess.keycloak.token.TokenClaims;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;

/** As for access tokens; a refresh token is active as long as all of its guarded scopes are allowed. */
final class LiveRefreshTokenIntrospection extends RefreshTokenIntrospectionProvider {

    LiveRefreshTokenIntrospection(KeycloakSession session) {
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
