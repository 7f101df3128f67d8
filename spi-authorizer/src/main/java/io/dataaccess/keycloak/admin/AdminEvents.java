/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Writes what is decided as Keycloak admin events. No justification, ticket or comment stands in them. */
final class AdminEvents {

    private static final String REQUEST = "DATA_ACCESS_REQUEST";
    private static final String GRANT = "DATA_ACCESS_GRANT";

    private final AdminEventBuilder events;
    private final UriInfo uri;

    AdminEvents(AdminEventBuilder events, UriInfo uri) {
        this.events = events;
        this.uri = uri;
    }

    void voted(AccessRequest request, VoteDecision decision) {
        write(OperationType.ACTION, REQUEST, about(request, decision.name()));
    }

    /** The scope was reclassified, so that the vote cancelled the request. */
    void cancelled(AccessRequest request) {
        write(OperationType.ACTION, REQUEST, about(request, "CANCEL"));
    }

    /** The access that it asks for was revoked: under the path of the request, not of the grant that the call named. */
    void cancelledWithGrant(AccessRequest request) {
        events.resourcePath("data-access", "requests", request.id());
        send(OperationType.ACTION, REQUEST, about(request, "CANCEL"));
    }

    void granted(AccessGrant grant) {
        write(OperationType.CREATE, GRANT, about(grant));
    }

    /** Under the path of this grant, also where the call named another one of the same access. */
    void revoked(AccessGrant grant) {
        events.resourcePath("data-access", "grants", grant.id(), "revoke");
        send(OperationType.ACTION, GRANT, about(grant));
    }

    private void write(OperationType operation, String type, Map<String, String> representation) {
        events.resourcePath(uri);
        send(operation, type, representation);
    }

    private void send(OperationType operation, String type, Map<String, String> representation) {
        events.operation(operation)
                .resource(type)
                .representation(representation)
                .success();
    }

    private static Map<String, String> about(AccessRequest request, String decision) {
        Map<String, String> about = about(request.id(), request.access());
        about.put("decision", decision);
        about.put("status", request.state().status().name());
        return about;
    }

    private static Map<String, String> about(AccessGrant grant) {
        Map<String, String> about = about(grant.id(), grant.access());
        about.put("requestId", grant.approval().requestId());
        about.put("approvedUntil", grant.term().until().toString());
        return about;
    }

    private static Map<String, String> about(String id, Access access) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("id", id);
        about.put("subjectId", access.subject().id());
        about.put("clientId", access.client().clientId());
        about.put("scope", access.scope().name());
        return about;
    }
}
