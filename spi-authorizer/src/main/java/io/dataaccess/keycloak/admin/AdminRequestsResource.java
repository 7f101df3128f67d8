/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.Voting.VoteResult;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.Query;
import io.dataaccess.keycloak.web.RecordId;
import io.dataaccess.keycloak.web.RequestRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The requests that the caller may see, and their votes. */
public final class AdminRequestsResource {

    private static final String SORT = "createdAt, expiresAt, - for descending; urgency: urgent first, then expiry";

    private final AdminCall call;

    AdminRequestsResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Requests: an approver's those they may see, everybody else's all")
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = RequestStatus.class))
    @Parameter(name = "decidable", in = ParameterIn.QUERY, description = "true: those that the caller may decide")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "Username")
    @Parameter(name = "clientId", in = ParameterIn.QUERY)
    @Parameter(name = "scope", in = ParameterIn.QUERY)
    @Parameter(name = "sensitivity", in = ParameterIn.QUERY, schema = @Schema(implementation = Sensitivity.class))
    @Parameter(name = "bundle", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY, description = RequestQuery.SEARCHED)
    @Parameter(name = "dateFrom", in = ParameterIn.QUERY, description = "yyyy-MM-dd or RFC 3339, inclusive")
    @Parameter(name = "dateTo", in = ParameterIn.QUERY, description = "yyyy-MM-dd (inclusive) or RFC 3339 (exclusive)")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = SORT)
    @Parameter(name = "first", in = ParameterIn.QUERY, description = "Default 0")
    @Parameter(name = "max", in = ParameterIn.QUERY, description = "1 to 100, default 20")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RequestRepresentation.class)))
    public Response list() {
        return call.answerForStaff(RequestQuery.LISTED, caller -> {
            PageRange page = call.query().page();
            RequestQueue queue = call.access().queue();
            return ErrorResponses.ok(call.representations(caller)
                    .all(call.filter().stream()
                            .flatMap(filter -> queue.page(filter, call.visibility(caller, filter), page).stream())
                            .toList()));
        });
    }

    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How many requests there are")
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = RequestStatus.class))
    @Parameter(name = "decidable", in = ParameterIn.QUERY, description = "true: those that the caller may decide")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "Username")
    @Parameter(name = "clientId", in = ParameterIn.QUERY)
    @Parameter(name = "scope", in = ParameterIn.QUERY)
    @Parameter(name = "sensitivity", in = ParameterIn.QUERY, schema = @Schema(implementation = Sensitivity.class))
    @Parameter(name = "bundle", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY, description = RequestQuery.SEARCHED)
    @Parameter(name = "dateFrom", in = ParameterIn.QUERY, description = "yyyy-MM-dd or RFC 3339, inclusive")
    @Parameter(name = "dateTo", in = ParameterIn.QUERY, description = "yyyy-MM-dd (inclusive) or RFC 3339 (exclusive)")
    @APIResponse(
            responseCode = "200",
            description = Query.COUNTED,
            content = @Content(schema = @Schema(implementation = Long.class)))
    public Response count() {
        return call.answerForStaff(
                RequestQuery.LISTED,
                caller -> ErrorResponses.ok(call.filter()
                        .map(filter -> call.access().queue().count(filter, call.visibility(caller, filter)))
                        .orElse(0L)));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One request")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = RequestRepresentation.class)))
    public Response get(@PathParam("id") String id) {
        return call.answerForStaff(
                List.of(),
                caller -> call.access()
                        .requests()
                        .find(RecordId.checked(id))
                        .filter(caller::maySee)
                        .map(request ->
                                ErrorResponses.ok(call.representations(caller).of(request)))
                        .orElseThrow(InvalidCallException::notFound));
    }

    @POST
    @Path("{id}/votes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve or deny a request")
    @RequestBody(content = @Content(schema = @Schema(implementation = VoteBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The request after the vote",
            content = @Content(schema = @Schema(implementation = RequestRepresentation.class)))
    public Response vote(@PathParam("id") String id, InputStream body) {
        return call.answer(caller -> {
            caller.requireApprover();
            VoteBody vote = VoteBody.read(body);
            VoteResult voted = call.access().voting().cast(RecordId.checked(id), caller.voter(), vote.input());
            AccessRequest request = voted.request();
            if (request.state().status() == RequestStatus.CANCELLED) {
                call.adminEvents().cancelled(request);
                call.access().userEvents().cancelled(request, Cancellation.RECLASSIFIED);
                return ErrorResponses.error(
                        Rejection.RECLASSIFIED, "The data of this scope was reclassified: the request is cancelled");
            }
            call.adminEvents().voted(request, vote.decision());
            voted.grant().ifPresent(call.adminEvents()::granted);
            return ErrorResponses.ok(call.representations(caller).of(request));
        });
    }
}
