/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.FilingResult;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.ErrorBody;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.Query;
import io.dataaccess.keycloak.web.RecordId;
import io.dataaccess.keycloak.web.RepresentationMapper;
import io.dataaccess.keycloak.web.RequestRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** One's own requests. */
public final class AccountRequestsResource {

    private static final List<String> PARAMETERS =
            Stream.concat(Stream.of("sort"), Query.PAGE.stream()).toList();

    private final AccountCall call;

    AccountRequestsResource(AccountCall call) {
        this.call = call;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "One's own requests, as requester or subject; for service owners"
                    + " also what waits for service accounts")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "-createdAt (default), pending: those first")
    @Parameter(name = "first", in = ParameterIn.QUERY, description = "Default 0")
    @Parameter(name = "max", in = ParameterIn.QUERY, description = "1 to 100, default 20")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RequestRepresentation.class)))
    public Response list() {
        return call.answer(PARAMETERS, caller -> {
            PageRange page = call.query().page();
            DataAccess access = call.access();
            RepresentationMapper representations = call.representations(caller);
            RequestFilter mine = new RequestFilter(
                    RecordFilter.of(caller.reach()),
                    new When(Optional.empty(), access.clock().instant()),
                    RequestFilter.Content.ANY,
                    order());
            return ErrorResponses.ok(
                    representations.all(access.queue().page(mine, caller.ownRequests(call.session()), page)));
        });
    }

    private Order order() {
        boolean pendingFirst =
                call.query().oneOf("sort", "-createdAt", "pending").equals("pending");
        return pendingFirst ? Order.PENDING_FIRST : Order.NEWEST_FIRST;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One of one's own requests")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = RequestRepresentation.class)))
    public Response get(@PathParam("id") String id) {
        return call.answer(
                caller -> ErrorResponses.ok(call.representations(caller).of(own(caller, id))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for access")
    @RequestBody(content = @Content(schema = @Schema(implementation = RequestBodyRepresentation.class)))
    @APIResponse(
            responseCode = "201",
            description = "Filed",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RequestRepresentation.class)))
    @APIResponse(
            responseCode = "200",
            description = "The identical request that is pending already",
            content = @Content(schema = @Schema(implementation = RequestRepresentation.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many requests filed within an hour",
            headers = @Header(name = "Retry-After", schema = @Schema(type = SchemaType.INTEGER)),
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public Response file(InputStream body) {
        return call.answer(caller -> {
            FilingResult filed = new RequestFiling(call, caller).file(RequestBodyRepresentation.read(body));
            RequestRepresentation representation = call.representations(caller).of(filed.request());
            return filed.created()
                    ? ErrorResponses.with(201, representation)
                            .location(call.session()
                                    .getContext()
                                    .getUri()
                                    .getAbsolutePathBuilder()
                                    .path(filed.request().id())
                                    .build())
                            .build()
                    : ErrorResponses.ok(representation);
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel a pending request of one's own, or as a service owner one for a service account")
    @APIResponse(responseCode = "204", description = "Cancelled")
    public Response cancel(@PathParam("id") String id) {
        return call.answer(caller -> {
            caller.requireInPerson();
            DataAccess access = call.access();
            AccessRequest request = own(caller, id);
            String userId = caller.user().getId();
            if (request.content().concerns(caller.ref())) {
                access.userEvents().cancelled(access.accessEnding().cancel(request.id(), caller.ref()), userId);
            } else {
                access.userEvents().cancelledForService(access.accessEnding().cancelForService(request.id()), userId);
            }
            return Response.noContent().build();
        });
    }

    @POST
    @Path("{id}/reminders")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Remind the approvers who have not voted, by mail")
    @APIResponse(
            responseCode = "200",
            description = "Reminded",
            content = @Content(schema = @Schema(implementation = ReminderRepresentation.class)))
    @APIResponse(
            responseCode = "429",
            description = "Within 15 minutes of filing or of the last reminder",
            headers = @Header(name = "Retry-After", schema = @Schema(type = SchemaType.INTEGER)),
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public Response remind(@PathParam("id") String id) {
        return call.answer(caller -> {
            caller.requireInPerson();
            DataAccess access = call.access();
            AccessRequest request = access.reminding().remind(own(caller, id).id(), caller.ref());
            access.userEvents().reminded(request, caller.user().getId());
            return ErrorResponses.ok(
                    ReminderRepresentation.of(access.mailTimes().reminder(request, access.requestApprovers())));
        });
    }

    private AccessRequest own(AccountCaller caller, String id) {
        return call.access()
                .requests()
                .find(RecordId.checked(id))
                .filter(request -> request.content().concerns(caller.ref())
                        || caller.sharesAsOwner(
                                request, call.session(), call.access().clock().instant()))
                .filter(request -> caller.isFor(request.access()))
                .orElseThrow(InvalidCallException::notFound);
    }
}
