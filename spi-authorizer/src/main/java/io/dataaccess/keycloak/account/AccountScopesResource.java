/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.web.ErrorResponses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
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
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/** What the caller may ask for. */
public final class AccountScopesResource {

    private static final List<String> PARAMETERS = List.of("clientId", "subject");

    private final AccountCall call;

    AccountScopesResource(AccountCall call) {
        this.call = call;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "What may be asked for, through applications one can log in to: for an application's token its own scopes only")
    @Parameter(name = "clientId", in = ParameterIn.QUERY)
    @Parameter(
            name = "subject",
            in = ParameterIn.QUERY,
            description = "A service account, by username; default: oneself")
    @APIResponse(
            responseCode = "200",
            description = "All of it",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = OfferRepresentation.class)))
    public Response list() {
        return call.answer(PARAMETERS, caller -> {
            Optional<String> clientId = call.query().text("clientId");
            UserModel subject = new ServiceAccounts(call, caller)
                    .subject(call.query().text("subject").orElse(null));
            RequestableScopes offers = new RequestableScopes(call.session(), call.access(), caller, subject);
            return ErrorResponses.ok(clients(caller, clientId)
                    .filter(client -> isFor(client, subject))
                    .sorted(Comparator.comparing(ClientModel::getClientId))
                    .flatMap(offers::of)
                    .toList());
        });
    }

    /** A person logs in to an application; a service account has its own client only. */
    private boolean isFor(ClientModel client, UserModel subject) {
        return subject.getServiceAccountClientLink() == null
                ? new LoginClients(call.realm()).include(client)
                : client.isEnabled()
                        && client.isServiceAccountsEnabled()
                        && client.getId().equals(subject.getServiceAccountClientLink());
    }

    private Stream<ClientModel> clients(AccountCaller caller, Optional<String> clientId) {
        clientId.ifPresent(named -> RequestFiling.requireClient(caller, named));
        if (clientId.isEmpty() && caller.isForAnyClient()) {
            return call.realm().getClientsStream();
        }
        return Stream.ofNullable(
                call.realm().getClientByClientId(clientId.orElse(caller.client().getClientId())));
    }
}
