/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.Access;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/** Ends what a subject holds at a client. */
public final class Sessions {

    private final KeycloakSession session;
    private final RealmModel realm;

    Sessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Ends the subject's online and offline sessions at the client, unguarded scopes included; backchannel logout goes
     * out where the client has it configured. Nothing to end is fine.
     */
    public void end(Access access) {
        UserModel user = session.users().getUserById(realm, access.subject().id());
        ClientModel client = realm.getClientById(access.client().id());
        if (user == null || client == null) {
            return;
        }
        AuthenticationManager.backchannelLogoutUserFromClient(
                session,
                realm,
                user,
                client,
                session.getContext().getUri(),
                session.getContext().getRequestHeaders());
        new UserSessionManager(session).revokeOfflineToken(user, client);
    }
}
