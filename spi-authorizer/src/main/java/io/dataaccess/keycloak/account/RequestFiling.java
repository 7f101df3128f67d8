/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.directory.KeycloakDirectory;
import io.dataaccess.keycloak.policy.DecisionQuery;
import io.dataaccess.keycloak.request.FilingResult;
import io.dataaccess.keycloak.request.RequestDraft;
import io.dataaccess.keycloak.request.RequestDraft.Wanted;
import io.dataaccess.keycloak.request.RequestReason;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.AssignedScopes;
import io.dataaccess.keycloak.web.InvalidCallException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.ClientModel;

/** Files what a caller sends. */
final class RequestFiling {

    private final AccountCall call;
    private final AccountCaller caller;

    RequestFiling(AccountCall call, AccountCaller caller) {
        this.call = call;
        this.caller = caller;
    }

    /** @throws InvalidCallException when the caller's token is for another client */
    static void requireClient(AccountCaller caller, String clientId) {
        if (!caller.isFor(clientId)) {
            throw InvalidCallException.forbidden(
                    "wrong_client", "This token was issued to an application, and is for access through it only");
        }
    }

    FilingResult file(RequestBodyRepresentation sent) {
        requireClient(caller, sent.clientId());
        ClientModel client = Optional.ofNullable(call.realm().getClientByClientId(sent.clientId()))
                .filter(ClientModel::isEnabled)
                .orElseThrow(() -> new RejectedException(Rejection.UNKNOWN_CLIENT, "There is no such client"));
        DecisionQuery query = DataAccess.query(
                new ServiceAccounts(call, caller).subject(sent.subject()),
                client,
                List.of(AssignedScopes.named(client, sent.scope())),
                caller.isImpersonated());
        RequestReason reason =
                new RequestReason(sent.purpose(), sent.justification(), Optional.ofNullable(sent.ticket()));
        Wanted wanted = new Wanted(
                Optional.ofNullable(sent.duration()),
                sent.urgent(),
                UUID.randomUUID().toString(),
                caller.application());
        DataAccess access = call.access();
        FilingResult filed = access.filing()
                .file(new RequestDraft(KeycloakDirectory.of(call.realm(), caller.user()), query, reason, wanted));
        access.userEvents().filed(filed);
        return filed;
    }
}
