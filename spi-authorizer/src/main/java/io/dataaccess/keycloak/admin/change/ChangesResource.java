/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.admin.AdminCall;
import io.dataaccess.keycloak.admin.AdminCaller;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.InForce;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.RecordId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Changes of data categories, approval policies and guarded scopes, proposed by one and decided by others. */
public final class ChangesResource {

    private static final List<String> FILTERS = List.of("status");
    private static final List<String> LISTED = List.of("status", "first", "max");
    private static final PageRange ALL_PENDING = new PageRange(0, 100);

    private final AdminCall call;

    public ChangesResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes, the newest first: an approver's those that wait for their group, everybody else's all")
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = RequestStatus.class))
    @Parameter(name = "first", in = ParameterIn.QUERY, description = "Default 0")
    @Parameter(name = "max", in = ParameterIn.QUERY, description = "1 to 100, default 20")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ChangeRepresentation.class)))
    public Response list() {
        return call.answerForStaff(LISTED, caller -> {
            PageRange page = call.query().page();
            ChangeView view = new ChangeView(call.changes(), caller);
            List<ChangeRequest> found = caller.seesAll()
                    ? call.changes()
                            .changes()
                            .page(status(), call.changes().clock().instant(), page)
                    : concerning(view).stream()
                            .skip(page.first())
                            .limit(page.max())
                            .toList();
            return ErrorResponses.ok(view.all(found));
        });
    }

    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How many changes there are")
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = RequestStatus.class))
    @APIResponse(
            responseCode = "200",
            description = "The number",
            content = @Content(schema = @Schema(implementation = Long.class)))
    public Response count() {
        return call.answerForStaff(
                FILTERS,
                caller -> ErrorResponses.ok(
                        caller.seesAll()
                                ? call.changes()
                                        .changes()
                                        .count(status(), call.changes().clock().instant())
                                : (long) concerning(new ChangeView(call.changes(), caller))
                                        .size()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Propose a change; what is left out is taken as it stands in the realm")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConfigurationBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The change request",
            content = @Content(schema = @Schema(implementation = ChangeRepresentation.class)))
    public Response propose(InputStream body) {
        return call.answerForPolicyAdmin(List.of(), caller -> {
            ConfigurationBody sent = ConfigurationBody.read(body);
            Proposals proposals = new Proposals(call);
            InForce current = proposals.current();
            if (!current.required()) {
                throw new RejectedException(
                        Rejection.NOT_REQUIRED,
                        "Changes need no approval in this realm: set data-access.configurationApproval to required");
            }
            boolean required = sent.required() == null || sent.required();
            String reason = sent.reason() == null ? "" : sent.reason();
            ChangeRequest change = proposals.propose(caller, reason, proposals.wanted(sent), required);
            return ErrorResponses.with(201, new ChangeView(call.changes(), caller).of(change))
                    .header(
                            HttpHeaders.LOCATION,
                            call.session().getContext().getUri().getAbsolutePath() + "/" + change.id())
                    .build();
        });
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a change would change, and who would have to approve it")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConfigurationBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Nothing is proposed",
            content = @Content(schema = @Schema(implementation = PreviewRepresentation.class)))
    public Response preview(InputStream body) {
        return call.answerForPolicyAdmin(List.of(), caller -> {
            ConfigurationBody sent = ConfigurationBody.read(body);
            Proposals proposals = new Proposals(call);
            Configuration wanted = proposals.wanted(sent);
            boolean required = sent.required() == null ? proposals.current().required() : sent.required();
            return ErrorResponses.ok(proposals.preview(wanted, required, Optional.empty(), false));
        });
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One change")
    @APIResponse(
            responseCode = "200",
            description = "The change request",
            content = @Content(schema = @Schema(implementation = ChangeRepresentation.class)))
    public Response get(@PathParam("id") String id) {
        return call.answerForStaff(List.of(), caller -> {
            ChangeView view = new ChangeView(call.changes(), caller);
            return call.changes()
                    .changes()
                    .find(RecordId.checked(id))
                    .filter(view::isSeen)
                    .map(change -> ErrorResponses.ok(view.of(change)))
                    .orElseThrow(InvalidCallException::notFound);
        });
    }

    @POST
    @Path("{id}/votes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve or deny a change; the last approval that it needs brings it into force")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChangeVoteBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change request after the vote",
            content = @Content(schema = @Schema(implementation = ChangeRepresentation.class)))
    public Response vote(@PathParam("id") String id, InputStream body) {
        return call.answerForStaff(List.of(), caller -> {
            ChangeVoteBody vote = ChangeVoteBody.read(body);
            requireSeen(RecordId.checked(id), caller);
            ChangeRequest change = call.changes().voting().cast(id, caller.voter(), vote.input());
            new ChangeEvents(call).voted(change, vote.decision().name());
            return ErrorResponses.ok(new ChangeView(call.changes(), caller).of(change));
        });
    }

    /** Whoever may not see it learns nothing of it by voting; whose time for it is over is told so. */
    private void requireSeen(String id, AdminCaller caller) {
        ChangeView view = new ChangeView(call.changes(), caller);
        if (call.changes().changes().find(id).filter(view::isSeen).isEmpty()) {
            throw InvalidCallException.notFound();
        }
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take back a change that one has proposed and that waits")
    @APIResponse(responseCode = "204", description = "It is cancelled")
    public Response cancel(@PathParam("id") String id) {
        return call.answerForPolicyAdmin(List.of(), caller -> {
            ChangeRequest change = call.changes()
                    .proposing()
                    .cancel(RecordId.checked(id), caller.person().user());
            new ChangeEvents(call).cancelled(change);
            return Response.noContent().build();
        });
    }

    private Optional<RequestStatus> status() {
        return call.query().choice("status", RequestStatus.class);
    }

    private List<ChangeRequest> concerning(ChangeView view) {
        return status().filter(asked -> asked != RequestStatus.PENDING).isPresent()
                ? List.of()
                : call
                        .changes()
                        .changes()
                        .page(
                                Optional.of(RequestStatus.PENDING),
                                call.changes().clock().instant(),
                                ALL_PENDING)
                        .stream()
                        .filter(view::isSeen)
                        .toList();
    }
}
