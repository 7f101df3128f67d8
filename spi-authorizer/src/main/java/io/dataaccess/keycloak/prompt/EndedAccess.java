/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody else, or the person, said no to not long ago: whoever asks for the same again should know, and why. */
final class EndedAccess {

    private static final Duration TOLD = Duration.ofDays(7);

    private final LoginContext login;

    EndedAccess(LoginContext login) {
        this.login = login;
    }

    /** Empty when the latest access ran to its end, ended long ago, or never was. */
    Optional<Map<String, Object>> of(ScopeDecision scope, PageModel page) {
        return latest(scope)
                .flatMap(grant -> grant.term().ending())
                .filter(ending -> isRecent(ending.at()))
                .flatMap(ending -> ending.by().map(by -> shown(ending, by.isSameAs(login.userRef()), page)));
    }

    /**
     * The latest request for the same, where an approver denied it.
     *
     * @param told ids of requests of which the page tells already
     */
    Optional<Map<String, Object>> denied(ScopeDecision scope, PageModel page, Set<String> told) {
        RequestFilter all = new RequestFilter(
                RecordFilter.of(target(scope)),
                new When(Optional.empty(), login.dataAccess().clock().instant()),
                Content.ANY,
                Order.NEWEST_FIRST);
        return login.dataAccess()
                .requests()
                .search(all)
                .findFirst()
                .filter(request -> isTold(request) && !told.contains(request.id()))
                .flatMap(request ->
                        request.state().closedAt().filter(this::isRecent).map(at -> denied(request, at, page)));
    }

    private boolean isTold(AccessRequest request) {
        return request.state().status() == RequestStatus.DENIED
                && request.content().concerns(login.userRef());
    }

    private static Map<String, Object> denied(AccessRequest request, Instant at, PageModel page) {
        return Map.of(
                "at", at.toString(),
                "atText", page.text(at),
                "comments", AnswerPage.comments(List.of(request)));
    }

    private Optional<AccessGrant> latest(ScopeDecision scope) {
        Instant now = login.dataAccess().clock().instant();
        return login
                .dataAccess()
                .grants()
                .page(GrantFilter.of(RecordFilter.of(target(scope)), now), Optional.empty(), new PageRange(0, 1))
                .stream()
                .findFirst();
    }

    private AccessFilter target(ScopeDecision scope) {
        return new AccessFilter(
                Optional.of(login.user().getId()),
                Optional.of(login.client().getId()),
                Optional.of(scope.scope().ref().id()));
    }

    private boolean isRecent(Instant at) {
        return at.plus(TOLD).isAfter(login.dataAccess().clock().instant());
    }

    private static Map<String, Object> shown(Ending ending, boolean isHandedBack, PageModel page) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("at", ending.at().toString());
        shown.put("atText", page.text(ending.at()));
        if (!isHandedBack) {
            shown.put("reason", VisibleText.prose(ending.reason()));
        }
        return shown;
    }
}
