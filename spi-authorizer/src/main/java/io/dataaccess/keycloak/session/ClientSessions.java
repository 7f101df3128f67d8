/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.logout.BackchannelLogouts;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/** Ends what a subject holds at a client. */
public final class ClientSessions {

    private final KeycloakSession session;
    private final RealmModel realm;

    ClientSessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Ends the subject's online and offline sessions at the client, unguarded scopes included; after the commit,
     * backchannel logout goes out where the client has it configured. Nothing to end is fine.
     */
    public void end(Access access) {
        UserModel user = session.users().getUserById(realm, access.subject().id());
        ClientModel client = realm.getClientById(access.client().id());
        if (user == null || client == null) {
            return;
        }
        BackchannelLogouts logouts = new BackchannelLogouts(session, realm, client);
        // Collected first: what ends leaves the stream.
        session.sessions().getUserSessionsStream(realm, user).toList().stream()
                .flatMap(found -> Stream.ofNullable(found.getAuthenticatedClientSessionByClient(client.getId())))
                .forEach(ending -> end(ending, logouts));
        logouts.sendAfterCommit();
        new UserSessionManager(session).revokeOfflineToken(user, client);
    }

    /** As Keycloak's {@code backchannelLogoutUserFromClient}, but for the moment at which the application is told. */
    private static void end(AuthenticatedClientSessionModel ending, BackchannelLogouts logouts) {
        logouts.prepare(ending);
        ending.setAction(Action.LOGGED_OUT.name());
        ending.detachFromUserSession();
    }
}
