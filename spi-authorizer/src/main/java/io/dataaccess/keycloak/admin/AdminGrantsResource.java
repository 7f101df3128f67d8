/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.grant.GrantStore;
import io.dataaccess.keycloak.request.AccessEnding;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.EndedRecords;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.GrantRepresentation;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.JsonBody;
import io.dataaccess.keycloak.web.Query;
import io.dataaccess.keycloak.web.ReceiptRepresentation;
import io.dataaccess.keycloak.web.RecordId;
import io.dataaccess.keycloak.web.RepresentationMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The grants that the caller may see, and their revocation. */
public final class AdminGrantsResource {

    private final AdminCall call;

    AdminGrantsResource(AdminCall call) {
        this.call = call;
    }

    /** Why a grant is revoked. */
    @Schema(name = "RevocationBody")
    public record RevocationBody(String reason) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Grants: an approver's those they may see, everybody else's all")
    @Parameter(name = "active", in = ParameterIn.QUERY, description = "true: running, false: ended")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "Username")
    @Parameter(name = "clientId", in = ParameterIn.QUERY)
    @Parameter(name = "scope", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY, description = GrantQuery.SEARCHED)
    @Parameter(name = "endingBefore", in = ParameterIn.QUERY, description = "yyyy-MM-dd or RFC 3339, exclusive")
    @Parameter(name = "dateFrom", in = ParameterIn.QUERY, description = "yyyy-MM-dd or RFC 3339, inclusive")
    @Parameter(name = "dateTo", in = ParameterIn.QUERY, description = "yyyy-MM-dd (inclusive) or RFC 3339 (exclusive)")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "-approvedAt, approvedUntil; - for descending")
    @Parameter(name = "first", in = ParameterIn.QUERY, description = "Default 0")
    @Parameter(name = "max", in = ParameterIn.QUERY, description = "1 to 100, default 20")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = GrantRepresentation.class)))
    public Response list() {
        return call.answerForStaff(GrantQuery.LISTED, caller -> {
            PageRange page = call.query().page();
            GrantStore grants = call.access().grants();
            RepresentationMapper representations = call.representations(caller);
            return ErrorResponses.ok(filter().stream()
                    .flatMap(filter -> grants.page(filter, caller.seen(grants.index(filter)), page).stream())
                    .map(representations::of)
                    .toList());
        });
    }

    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How many grants there are")
    @Parameter(name = "active", in = ParameterIn.QUERY, description = "true: running, false: ended")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "Username")
    @Parameter(name = "clientId", in = ParameterIn.QUERY)
    @Parameter(name = "scope", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY, description = GrantQuery.SEARCHED)
    @Parameter(name = "endingBefore", in = ParameterIn.QUERY, description = "yyyy-MM-dd or RFC 3339, exclusive")
    @Parameter(name = "dateFrom", in = ParameterIn.QUERY, description = "yyyy-MM-dd or RFC 3339, inclusive")
    @Parameter(name = "dateTo", in = ParameterIn.QUERY, description = "yyyy-MM-dd (inclusive) or RFC 3339 (exclusive)")
    @APIResponse(
            responseCode = "200",
            description = Query.COUNTED,
            content = @Content(schema = @Schema(implementation = Long.class)))
    public Response count() {
        return call.answerForStaff(GrantQuery.LISTED, caller -> {
            GrantStore grants = call.access().grants();
            return ErrorResponses.ok(filter().map(filter -> grants.count(filter, caller.seen(grants.index(filter))))
                    .orElse(0L));
        });
    }

    @POST
    @Path("{id}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Revoke a grant and what is pending for the same; the subject's sessions at its client end")
    @RequestBody(content = @Content(schema = @Schema(implementation = RevocationBody.class)))
    @APIResponse(responseCode = "204", description = "Revoked")
    public Response revoke(@PathParam("id") String id, InputStream body) {
        return call.answer(caller -> {
            caller.requireRevoker();
            String reason = JsonBody.read(body, "reason").prose("reason");
            EndedRecords ended = revoke(caller, RecordId.checked(id), reason);
            call.access().sessions().end(ended.grants().get(0).access());
            ended.grants().forEach(call.adminEvents()::revoked);
            ended.requests().forEach(this::cancelled);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{id}/receipt")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What proves to outsiders how a grant was approved, for auditors and its approvers")
    @APIResponse(
            responseCode = "200",
            description = "Its entries in the log, each with its proof; 202 while not all are in the log",
            content = @Content(schema = @Schema(implementation = ReceiptRepresentation.class)))
    public Response receipt(@PathParam("id") String id) {
        return call.answer(caller -> {
            caller.requireAuditorOrApprover();
            AccessGrant grant = call.access()
                    .grants()
                    .find(RecordId.checked(id))
                    .filter(found -> caller.isAuditor() || caller.maySee(found))
                    .orElseThrow(InvalidCallException::notFound);
            return ReceiptRepresentation.answer(
                    call.representations(caller).of(grant), call.access().log().proven(grant));
        });
    }

    private void cancelled(AccessRequest request) {
        call.adminEvents().cancelledWithGrant(request);
        call.access().userEvents().cancelled(request, Cancellation.REVOKED);
    }

    private EndedRecords revoke(AdminCaller caller, String id, String reason) {
        AccessEnding accessEnding = call.access().accessEnding();
        return caller.isPolicyAdmin()
                ? accessEnding.revokeAsPolicyAdmin(id, caller.voter(), reason)
                : accessEnding.revoke(id, caller.voter(), reason);
    }

    private Optional<GrantFilter> filter() {
        GrantStore grants = call.access().grants();
        return new GrantQuery(call.query(), call.access().clock().instant())
                .filter(call.lookup(), text -> call.names().search(text, grants.recordedNames()));
    }
}
