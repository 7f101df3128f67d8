/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** In place of Keycloak's own: same id, higher order. */
public final class LiveAccessTokenIntrospectionFactory extends AccessTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new LiveAccessTokenIntrospection(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
