/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.session.ChangeAccess;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.visibility.Visibility;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.Query;
import io.dataaccess.keycloak.web.RepresentationMapper;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One call of the admin REST. */
public record AdminCall(
        KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder events) {

    public AdminAuth auth() {
        return permissions.adminAuth();
    }

    /** Answers for a caller whose token this interface takes at all. */
    public Response answer(Function<AdminCaller, Response> work) {
        return ErrorResponses.steppingUp(session, auth().getClient()).to(() -> {
            AdminCaller caller = AdminCaller.of(this);
            query().requireOnly(List.of());
            return work.apply(caller);
        });
    }

    /**
     * Answers for a caller with one of the three roles.
     *
     * @param parameters what the query may have
     */
    public Response answerForStaff(List<String> parameters, Function<AdminCaller, Response> work) {
        return ErrorResponses.steppingUp(session, auth().getClient()).to(() -> {
            AdminCaller caller = AdminCaller.of(this);
            caller.requireAnyRole();
            query().requireOnly(parameters);
            return work.apply(caller);
        });
    }

    /** Answers for a policy admin who acts in person. */
    public Response answerForPolicyAdmin(List<String> parameters, Function<AdminCaller, Response> work) {
        return answerForStaff(parameters, caller -> {
            caller.requirePolicyAdminInPerson();
            return work.apply(caller);
        });
    }

    /** The answer for whoever has a role of ours, or may look at the realm's settings, from the realm of administrators or this one. */
    Response answerForReaders(Supplier<Response> work) {
        return ErrorResponses.steppingUp(session, auth().getClient()).to(() -> {
            AdminCaller.requireReader(this);
            query().requireOnly(List.of());
            return work.get();
        });
    }

    /** How the realm's configuration is changed. */
    public ChangeAccess changes() {
        return ChangeAccess.of(session, realm);
    }

    public DataAccess access() {
        return DataAccess.of(session, realm);
    }

    public Query query() {
        return new Query(session.getContext().getUri().getQueryParameters());
    }

    ReferenceLookup lookup() {
        return new ReferenceLookup(session, realm);
    }

    private RequestQuery search() {
        return RequestQuery.of(query(), access().clock().instant());
    }

    /** The requests that are asked for; empty when nothing can match. */
    Optional<RequestFilter> filter() {
        return search().filter(lookup(), this::searched);
    }

    /** The requests that are asked for in bundles; empty when nothing can match. */
    Optional<RequestFilter> filterOfBundles() {
        return search().filterOfBundles(lookup(), this::searched);
    }

    private TextSearch searched(String text) {
        return names().searchWithAttributes(text, access().queue().recordedNames());
    }

    /** What things are called where the caller reads them. */
    ConsoleNames names() {
        return new ConsoleNames(session, realm, auth().getUser());
    }

    /** Which of the requests that match the caller is shown. */
    Visibility visibility(AdminCaller caller, RequestFilter filter) {
        return caller.visibility(access().queue().index(filter), search().decidable());
    }

    RepresentationMapper representations(AdminCaller caller) {
        return new RepresentationMapper(access(), caller);
    }

    AdminEvents adminEvents() {
        return new AdminEvents(events, session.getContext().getUri());
    }
}
