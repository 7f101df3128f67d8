/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import org.keycloak.authorization.protection.introspect.RPTIntrospectionProvider;
import org.keycloak.models.KeycloakSession;

/** As for access tokens; the answer of this kind names no scopes, so there are no claims to repeat either. */
final class LiveRptIntrospection extends RPTIntrospectionProvider {

    LiveRptIntrospection(KeycloakSession session) {
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
