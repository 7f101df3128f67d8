/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.admin.AdminCall;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.InForce;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.InvalidCallException;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What one policy admin refuses at once, and several open again. */
public final class LocksResource {

    private final AdminCall call;

    public LocksResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What is locked")
    @APIResponse(
            responseCode = "200",
            description = "As of now",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LockRepresentation.class)))
    public Response list() {
        return call.answerForStaff(
                List.of(),
                caller -> ErrorResponses.ok(call.changes().inForce().current().content().locks().stream()
                        .map(LockRepresentation::of)
                        .toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuse everything of a category, jurisdiction or scope at once")
    @RequestBody(content = @Content(schema = @Schema(implementation = LockBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is refused",
            content = @Content(schema = @Schema(implementation = LockRepresentation.class)))
    public Response add(InputStream body) {
        return call.answerForPolicyAdmin(List.of(), caller -> {
            LockBody sent = LockBody.read(body);
            InForce current = call.changes().inForce().current();
            Lock lock = sent.lock(
                    current.content(),
                    call.realm(),
                    caller.person().user().id(),
                    call.changes().clock().instant().truncatedTo(ChronoUnit.MILLIS));
            call.changes().inForce().add(lock);
            call.changes().log().locked(lock);
            new ChangeEvents(call).locked(lock);
            return ErrorResponses.with(201, LockRepresentation.of(lock)).build();
        });
    }

    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Propose that it is opened again, which others have to approve")
    @APIResponse(
            responseCode = "202",
            description = "The change request that waits",
            content = @Content(schema = @Schema(implementation = ChangeRepresentation.class)))
    public Response remove(@PathParam("id") String id) {
        return call.answerForPolicyAdmin(List.of(), caller -> {
            Proposals proposals = new Proposals(call);
            InForce current = proposals.current();
            Lock lock = current.content().locks().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(InvalidCallException::notFound);
            List<Lock> left = current.content().locks().stream()
                    .filter(one -> !one.id().equals(id))
                    .toList();
            ChangeRequest change = proposals.propose(
                    caller,
                    "Unlock the " + lock.kind().code() + " " + lock.target(),
                    current.content().withLocks(left),
                    current.required());
            return ErrorResponses.with(202, new ChangeView(call.changes(), caller).of(change))
                    .build();
        });
    }
}
