/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** Keycloak's deprecated endpoint by which an application links an identity provider's account, without a page (26.7.3). */
public final class DeprecatedLink {

    private DeprecatedLink() {}

    /** Whether the server has it switched on; it is for all realms. */
    public static boolean isOn(KeycloakSession session) {
        return session.getProvider(LoginProtocol.class, OIDCLoginProtocol.LOGIN_PROTOCOL)
                        instanceof OIDCLoginProtocol oidc
                && oidc.getConfig().isAllowClientInitiatedAccountLinking();
    }
}
