/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.grant.GrantFilter.Order;
import io.dataaccess.keycloak.grant.GrantFilter.When;
import io.dataaccess.keycloak.log.ProvenEntry;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.GrantRepresentation;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.Query;
import io.dataaccess.keycloak.web.ReceiptRepresentation;
import io.dataaccess.keycloak.web.RecordId;
import io.dataaccess.keycloak.web.RepresentationMapper;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** One's own grants. */
public final class AccountGrantsResource {

    private static final List<String> PARAMETERS =
            Stream.concat(Stream.of("active"), Query.PAGE.stream()).toList();

    private final AccountCall call;

    AccountGrantsResource(AccountCall call) {
        this.call = call;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One's own grants, as requester or subject, newest first")
    @Parameter(name = "active", in = ParameterIn.QUERY, description = "true: running, false: ended")
    @Parameter(name = "first", in = ParameterIn.QUERY, description = "Default 0")
    @Parameter(name = "max", in = ParameterIn.QUERY, description = "1 to 100, default 20")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = GrantRepresentation.class)))
    public Response list() {
        return call.answer(PARAMETERS, caller -> {
            PageRange page = call.query().page();
            DataAccess access = call.access();
            RepresentationMapper representations = call.representations(caller);
            When when = new When(
                    call.query().flag("active"),
                    Optional.empty(),
                    access.clock().instant());
            GrantFilter mine = new GrantFilter(caller.own(), when, Optional.empty(), Order.NEWEST_FIRST);
            return ErrorResponses.ok(access.grants().page(mine, Optional.empty(), page).stream()
                    .map(representations::of)
                    .toList());
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Hand access back; the subject's sessions at its client end")
    @APIResponse(responseCode = "204", description = "Handed back")
    public Response handBack(@PathParam("id") String id) {
        return call.answer(caller -> {
            caller.requireInPerson();
            DataAccess access = call.access();
            String grantId = access.grants()
                    .find(RecordId.checked(id))
                    .filter(grant -> caller.isFor(grant.access()))
                    .map(AccessGrant::id)
                    .orElseThrow(InvalidCallException::notFound);
            List<AccessGrant> ended = access.accessEnding().handBack(grantId, caller.ref());
            access.sessions().end(ended.get(0).access());
            ended.forEach(
                    grant -> access.userEvents().handedBack(grant, caller.user().getId()));
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{id}/receipt")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What proves to outsiders how one's own grant was approved, without who voted")
    @APIResponse(
            responseCode = "200",
            description = "Its entries in the log, each with its proof; 202 while not all are in the log",
            content = @Content(schema = @Schema(implementation = ReceiptRepresentation.class)))
    public Response receipt(@PathParam("id") String id) {
        return call.answer(caller -> {
            DataAccess access = call.access();
            AccessGrant grant = access.grants()
                    .find(RecordId.checked(id))
                    .filter(found -> caller.isFor(found.access()))
                    .filter(found -> access.accessEnding().isParty(found, caller.ref()))
                    .orElseThrow(InvalidCallException::notFound);
            return ReceiptRepresentation.answer(
                    call.representations(caller).of(grant),
                    access.log().proven(grant).map(ProvenEntry::withoutVoters));
        });
    }
}
