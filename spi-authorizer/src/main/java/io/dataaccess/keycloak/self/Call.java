/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.self;

import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.Answers;
import io.dataaccess.keycloak.web.Portrait;
import io.dataaccess.keycloak.web.Query;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One call of the requester's REST. */
record Call(KeycloakSession session) {

    /** Answers for a caller with a valid token. */
    Response answer(Function<Caller, Response> work) {
        return new Answers(session).to(() -> work.apply(Caller.of(session)));
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

    Portrait portrait(Caller caller) {
        return new Portrait(access(), caller);
    }
}
