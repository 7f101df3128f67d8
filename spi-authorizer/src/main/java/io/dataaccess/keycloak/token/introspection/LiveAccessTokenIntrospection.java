/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

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
        transformedToken = super.introspectionChecks(tokenStr)
                ? new LiveToken(session, client, userSession).of(token, transformedToken, eventBuilder)
                : null;
        return transformedToken != null;
    }
}
