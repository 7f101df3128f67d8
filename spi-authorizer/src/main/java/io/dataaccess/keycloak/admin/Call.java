/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.Search;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.Sight;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.Answers;
import io.dataaccess.keycloak.web.Portrait;
import io.dataaccess.keycloak.web.Query;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One call of the admin REST. */
record Call(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder events) {

    AdminAuth auth() {
        return permissions.adminAuth();
    }

    /** Answers for a caller whose token this interface takes at all. */
    Response answer(Function<Caller, Response> work) {
        return Answers.steppingUp(session, auth().getClient()).to(() -> work.apply(Caller.of(this)));
    }

    /** Answers for a caller with one of the three roles. */
    Response answerForStaff(Function<Caller, Response> work) {
        return answer(caller -> {
            caller.requireAnyRole();
            return work.apply(caller);
        });
    }

    /** The same for whoever may look at the realm's settings as well, from the realm of administrators or this one. */
    Response answerForReaders(Supplier<Response> work) {
        return Answers.steppingUp(session, auth().getClient()).to(() -> {
            Caller.requireReader(this);
            return work.get();
        });
    }

    DataAccess access() {
        return DataAccess.of(session, realm);
    }

    Query query() {
        return new Query(session.getContext().getUri().getQueryParameters());
    }

    Lookup lookup() {
        return new Lookup(session, realm);
    }

    private RequestSearch search() {
        return RequestSearch.of(query(), access().clock().instant());
    }

    /** The requests that are asked for; empty when nothing can match. */
    Optional<RequestFilter> filter() {
        return search().filter(lookup(), this::searched);
    }

    /** The same for bundles. */
    Optional<RequestFilter> filterOfBundles() {
        return search().filterOfBundles(lookup(), this::searched);
    }

    private Search searched(String text) {
        return names().searchWithAttributes(text, access().queue().mentioned());
    }

    /** What things are called where the caller reads them. */
    ShownNames names() {
        return new ShownNames(session, realm, auth().getUser());
    }

    /** Which of the requests that match the caller is shown. */
    Sight sight(Caller caller, RequestFilter filter) {
        return caller.sight(access().queue().docket(filter), search().decidable());
    }

    Portrait portrait(Caller caller) {
        return new Portrait(access(), caller);
    }

    Trail trail() {
        return new Trail(events, session.getContext().getUri());
    }
}
