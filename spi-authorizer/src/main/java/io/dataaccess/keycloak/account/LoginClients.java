/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The applications that a person can log in to: nothing is to be had through any other client. */
final class LoginClients {

    private final RealmModel realm;

    LoginClients(RealmModel realm) {
        this.realm = realm;
    }

    /** Keycloak's own clients and consoles are no applications. */
    boolean include(ClientModel client) {
        return isOfProtocol(client)
                && client.isEnabled()
                && !client.isBearerOnly()
                && !Constants.defaultClients.contains(client.getClientId())
                && !Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(client.getClientId())
                && hasLogin(client);
    }

    private boolean hasLogin(ClientModel client) {
        return client.isStandardFlowEnabled()
                || client.isImplicitFlowEnabled()
                || client.isDirectAccessGrantsEnabled()
                || realm.getOAuth2DeviceConfig().isOAuth2DeviceAuthorizationGrantEnabled(client)
                || realm.getCibaPolicy().isOIDCCIBAGrantEnabled(client);
    }

    private static boolean isOfProtocol(ClientModel client) {
        return client.getProtocol() == null || OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
    }
}
