/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

public final class DataAccessGateFactory implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new DataAccessGate(session);
    }

    /** The last one: nothing may change a token after the gate. */
    @Override
    public int order() {
        return Integer.MIN_VALUE;
    }

    @Override
    public String getId() {
        return "data-access-gate";
    }
}
