/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.self;

import io.dataaccess.keycloak.policy.Question;
import io.dataaccess.keycloak.request.Application;
import io.dataaccess.keycloak.request.Application.Wanted;
import io.dataaccess.keycloak.request.Filed;
import io.dataaccess.keycloak.request.Reason;
import io.dataaccess.keycloak.request.RejectedException;
import io.dataaccess.keycloak.request.Rejection;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.AssignedScopes;
import io.dataaccess.keycloak.web.BadCallException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.ClientModel;

/** Files what a caller sends. */
final class Filings {

    private final Call call;
    private final Caller caller;

    Filings(Call call, Caller caller) {
        this.call = call;
        this.caller = caller;
    }

    /** @throws BadCallException when the caller's token is for another client */
    static void requireClient(Caller caller, String clientId) {
        if (!caller.isFor(clientId)) {
            throw BadCallException.forbidden(
                    "wrong_client", "This token was issued to an application, and is for access through it only");
        }
    }

    Filed file(RequestBodyRepresentation sent) {
        requireClient(caller, sent.clientId());
        ClientModel client = Optional.ofNullable(call.realm().getClientByClientId(sent.clientId()))
                .filter(ClientModel::isEnabled)
                .orElseThrow(() -> new RejectedException(Rejection.UNKNOWN_CLIENT, "There is no such client"));
        Question question = DataAccess.question(
                new ServiceAccounts(call, caller).subject(sent.subject()),
                client,
                List.of(AssignedScopes.named(client, sent.scope())),
                caller.isImpersonated());
        Reason reason = new Reason(sent.purpose(), sent.justification(), Optional.ofNullable(sent.ticket()));
        Wanted wanted = new Wanted(
                Optional.ofNullable(sent.duration()),
                sent.urgent(),
                UUID.randomUUID().toString());
        DataAccess access = call.access();
        Filed filed = access.filing().file(new Application(DataAccess.person(caller.user()), question, reason, wanted));
        access.journal().filed(filed);
        return filed;
    }
}
