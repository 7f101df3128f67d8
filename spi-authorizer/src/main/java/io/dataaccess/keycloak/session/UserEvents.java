/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.EndedRecords;
import io.dataaccess.keycloak.request.FilingResult;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Writes what requesters do as Keycloak user events. Neither justification nor ticket stands in them. */
public final class UserEvents {

    private static final Logger LOG = Logger.getLogger(UserEvents.class);
    private static final String ACTION = "data-access-approval";

    private final KeycloakSession session;
    private final RealmModel realm;

    UserEvents(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** A new request, and that the one whose place it takes was cancelled; finding an identical one is no event. */
    public void filed(FilingResult filed) {
        filed.cancelled().ifPresent(old -> cancelled(old, Cancellation.RECLASSIFIED));
        if (filed.created()) {
            AccessRequest request = filed.request();
            write("filed", request.content().requester().id(), request.access(), request.id());
        }
    }

    public void cancelled(AccessRequest request, String userId) {
        write("cancelled", userId, request.access(), request.id());
    }

    /** Somebody else took it back, whose requester is told. */
    public void cancelledForService(AccessRequest request, String userId) {
        write("cancelled", userId, request.access(), request.id(), Cancellation.OTHER_OWNER.reason());
    }

    /** Others ended it: the admin event of their call tells who. */
    public void cancelled(AccessRequest request, Cancellation why) {
        write("cancelled", request.access(), request.id(), why.reason());
    }

    public void reminded(AccessRequest request, String userId) {
        write("reminded", userId, request.access(), request.id());
    }

    public void handedBack(AccessGrant grant, String userId) {
        write("handed_back", userId, grant.access(), grant.id());
    }

    /** The user, client or scope is being deleted: Keycloak's own event tells by whom. */
    public void withdrawn(EndedRecords ended, String reason) {
        ended.requests().forEach(request -> write("cancelled", request.access(), request.id(), reason));
        ended.grants().forEach(grant -> write("ended", grant.access(), grant.id(), reason));
    }

    /**
     * A realm was deleted and its records stay. Its own events can be read only once it is back, and nobody is told of an
     * import that replaces it: so this stands in the log and among the events of the master realm.
     */
    static void left(KeycloakSession session, RealmModel realm) {
        LOG.warnf(
                "Realm %s (id %s) was deleted: its access requests and grants have ended, and stay in DATA_ACCESS_*",
                realm.getName(), realm.getId());
        RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
        if (master != null) {
            new UserEvents(session, master)
                    .event()
                    .event(EventType.CUSTOM_REQUIRED_ACTION)
                    .detail(Details.CUSTOM_REQUIRED_ACTION, ACTION)
                    .detail("data_access_action", "realm_deleted")
                    .detail("data_access_realm", realm.getName())
                    .detail("data_access_id", realm.getId())
                    .success();
        }
    }

    private void write(String what, String userId, Access access, String id) {
        about(what, userId, access, id).success();
    }

    private void write(String what, Access access, String id, String reason) {
        write(what, access.subject().id(), access, id, reason);
    }

    private void write(String what, String userId, Access access, String id, String reason) {
        about(what, userId, access, id).detail(Details.REASON, reason).success();
    }

    private EventBuilder about(String what, String userId, Access access, String id) {
        return event().event(EventType.CUSTOM_REQUIRED_ACTION)
                .client(access.client().clientId())
                .user(userId)
                .detail(Details.CUSTOM_REQUIRED_ACTION, ACTION)
                .detail("data_access_action", what)
                .detail("data_access_id", id)
                .detail("data_access_subject", access.subject().id())
                .detail("data_access_scopes", access.scope().name());
    }

    /** A synchronisation or a job deletes without a connection to anybody. */
    private EventBuilder event() {
        ClientConnection connection = session.getContext().getConnection();
        return connection == null ? new EventBuilder(realm, session) : new EventBuilder(realm, session, connection);
    }
}
