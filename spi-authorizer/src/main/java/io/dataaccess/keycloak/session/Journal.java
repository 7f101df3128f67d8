/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Writes what requesters do as Keycloak user events. Neither justification nor ticket stands in them. */
public final class Journal {

    private static final String ACTION = "data-access-approval";

    private final KeycloakSession session;
    private final RealmModel realm;

    Journal(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public void filed(AccessRequest request) {
        write("filed", request.ask().requester().id(), request.access(), request.id());
    }

    public void cancelled(AccessRequest request, String userId) {
        write("cancelled", userId, request.access(), request.id());
    }

    public void handedBack(AccessGrant grant, String userId) {
        write("handed_back", userId, grant.access(), grant.id());
    }

    private void write(String what, String userId, Access access, String id) {
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .client(access.client().clientId())
                .user(userId)
                .detail(Details.CUSTOM_REQUIRED_ACTION, ACTION)
                .detail("data_access_action", what)
                .detail("data_access_id", id)
                .detail("data_access_subject", access.subject().id())
                .detail("data_access_scopes", access.scope().name())
                .success();
    }
}
