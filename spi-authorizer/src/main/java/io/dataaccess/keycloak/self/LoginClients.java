/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.self;

import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OAuth2DeviceConfig;

/** Clients that a person can log in to; access through any other would be asked for in vain. */
final class LoginClients {

    private LoginClients() {}

    static boolean includes(ClientModel client) {
        return !client.isBearerOnly()
                && (client.isStandardFlowEnabled()
                        || client.isImplicitFlowEnabled()
                        || client.isDirectAccessGrantsEnabled()
                        || isOn(client, OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED)
                        || isOn(client, CibaConfig.OIDC_CIBA_GRANT_ENABLED));
    }

    private static boolean isOn(ClientModel client, String attribute) {
        return Boolean.parseBoolean(client.getAttribute(attribute));
    }
}
