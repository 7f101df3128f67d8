/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.web.AssignedScopes;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/** "Try it": what the gate would decide for somebody now. */
public final class DecisionsResource {

    private final AdminCall call;

    DecisionsResource(AdminCall call) {
        this.call = call;
    }

    /**
     * What to try.
     *
     * @param subject a username
     */
    @Schema(name = "TryBody")
    public record TryBody(String subject, String clientId, String scope) {

        static TryBody read(InputStream stream) {
            JsonBody body = JsonBody.read(stream, "subject", "clientId", "scope");
            return new TryBody(body.text("subject"), body.text("clientId"), body.text("scope"));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What the gate would decide for a person now; changes nothing")
    @RequestBody(content = @Content(schema = @Schema(implementation = TryBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionRepresentation.class)))
    public Response decide(InputStream body) {
        return call.answer(caller -> {
            caller.requireOverview();
            return ErrorResponses.ok(decide(caller, TryBody.read(body)));
        });
    }

    private DecisionRepresentation decide(AdminCaller caller, TryBody tried) {
        ReferenceLookup lookup = new ReferenceLookup(call.session(), call.realm());
        UserModel subject = Optional.ofNullable(lookup.user(tried.subject()))
                .orElseThrow(() -> new RejectedException(Rejection.UNKNOWN_SUBJECT, "There is no such user"));
        ClientModel client = Optional.ofNullable(lookup.client(tried.clientId()))
                .orElseThrow(() -> new RejectedException(Rejection.UNKNOWN_CLIENT, "There is no such client"));
        GuardedScope scope = AssignedScopes.named(client, tried.scope());
        ScopeDecision decision = call.access()
                .decide(subject, client, List.of(scope), false)
                .scopes()
                .get(0);
        return DecisionRepresentation.of(decision, call.representations(caller));
    }
}
