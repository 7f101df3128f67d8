/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.admin.change.ChangesResource;
import io.dataaccess.keycloak.admin.change.LocksResource;
import io.dataaccess.keycloak.web.ErrorResponses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What approvers, auditors and policy admins call. */
public final class AdminResource {

    private final AdminCall call;

    AdminResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @Path("me")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who the caller is; approver means they could decide some policy's requests")
    @APIResponse(
            responseCode = "200",
            description = "The caller",
            content = @Content(schema = @Schema(implementation = MeRepresentation.class)))
    public Response me() {
        return call.answer(caller -> ErrorResponses.ok(new MeRepresentation(
                caller.person().user().id(),
                caller.person().user().username(),
                caller.isApprover() && call.access().feasibility().couldDecide(caller.person()),
                caller.isApprover(),
                caller.isAuditor(),
                caller.isPolicyAdmin())));
    }

    @Path("requests")
    public AdminRequestsResource requests() {
        return new AdminRequestsResource(call);
    }

    @Path("bundles")
    public AdminBundlesResource bundles() {
        return new AdminBundlesResource(call);
    }

    @Path("grants")
    public AdminGrantsResource grants() {
        return new AdminGrantsResource(call);
    }

    @Path("classification")
    public ClassificationResource classification() {
        return new ClassificationResource(call);
    }

    @Path("changes")
    public ChangesResource changes() {
        return new ChangesResource(call);
    }

    @Path("locks")
    public LocksResource locks() {
        return new LocksResource(call);
    }

    @Path("decisions")
    public DecisionsResource decisions() {
        return new DecisionsResource(call);
    }
}
