/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;

/** As for access tokens; a refresh token is active as long as all of its guarded scopes are allowed. */
final class LiveRefreshTokenIntrospection extends RefreshTokenIntrospectionProvider {

    LiveRefreshTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String tokenStr) {
        transformedToken = super.introspectionChecks(tokenStr)
                ? new LiveToken(session, client, userSession).of(token, transformedToken, eventBuilder)
                : null;
        return transformedToken != null;
    }
}
