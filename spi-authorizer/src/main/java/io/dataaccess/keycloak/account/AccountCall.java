/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.Query;
import io.dataaccess.keycloak.web.RepresentationMapper;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One call of the requester's REST. */
record AccountCall(KeycloakSession session) {

    /** Answers for a caller with a valid token. */
    Response answer(Function<AccountCaller, Response> work) {
        return answer(List.of(), work);
    }

    /**
     * Answers for a caller with a valid token.
     *
     * @param parameters what the query may have
     */
    Response answer(List<String> parameters, Function<AccountCaller, Response> work) {
        return new ErrorResponses(session).to(() -> {
            AccountCaller caller = AccountCaller.of(session);
            query().requireOnly(parameters);
            return work.apply(caller);
        });
    }

    RealmModel realm() {
        return session.getContext().getRealm();
    }

    DataAccess access() {
        return DataAccess.of(session, realm());
    }

    Query query() {
        return new Query(session.getContext().getUri().getQueryParameters());
    }

    RepresentationMapper representations(AccountCaller caller) {
        return new RepresentationMapper(access(), caller);
    }
}
