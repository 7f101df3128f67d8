/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import io.dataaccess.keycloak.token.TokenClaims;
import java.util.Optional;
import org.keycloak.authorization.protection.introspect.RPTIntrospectionProvider;
import org.keycloak.models.KeycloakSession;

/** As for access tokens; the answer of this kind names no scopes, so there are no claims to repeat either. */
final class LiveRptIntrospection extends RPTIntrospectionProvider {

    LiveRptIntrospection(KeycloakSession session) {
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
