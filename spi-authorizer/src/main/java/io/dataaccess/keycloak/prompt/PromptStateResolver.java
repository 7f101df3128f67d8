/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static java.util.stream.Collectors.toMap;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.prompt.login.LoginNotes;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out where a login stands: by the decision as of now, and by what has become of its requests. */
final class PromptStateResolver {

    /** In the order in which they are told. */
    private static final List<Answer> ANSWERS = List.of(
            new Answer(RequestStatus.DENIED, "denied"),
            new Answer(RequestStatus.EXPIRED, "request_expired"),
            new Answer(RequestStatus.CANCELLED, "cancelled"));

    private final LoginContext login;
    private final LoginNotes remembered;
    private final Instant now;

    PromptStateResolver(LoginContext login, LoginNotes remembered) {
        this.login = login;
        this.remembered = remembered;
        this.now = login.dataAccess().clock().instant();
    }

    PromptState state() {
        if (login.guarded().isEmpty()) {
            return PromptState.done();
        }
        Decision decision = login.decision();
        List<ScopeDecision> refused =
                decision.scopes().stream().filter(scope -> !scope.isAllowed()).toList();
        if (refused.isEmpty()) {
            return login.device().needsYes(DevicePage.shown(decision.scopes()))
                    ? PromptState.confirming(decision.scopes())
                    : noticed(decision);
        }
        List<ScopeDecision> granted = decision.scopes().stream()
                .filter(scope -> scope.grant().isPresent())
                .toList();
        return barred(decision, refused).orElseGet(() -> undecided(refused)).beside(granted);
    }

    private PromptState noticed(Decision decision) {
        List<ScopeDecision> unsaid = login.notice().missing(decision);
        return unsaid.isEmpty() ? PromptState.done() : PromptState.noticing(unsaid);
    }

    private Optional<PromptState> barred(Decision decision, List<ScopeDecision> refused) {
        List<ScopeDecision> barred = refused.stream()
                .filter(scope -> scope.refusal().orElseThrow() != RefusalReason.APPROVAL_REQUIRED)
                .toList();
        return decision.firstRefused()
                .flatMap(ScopeDecision::refusal)
                .filter(reason -> !barred.isEmpty())
                .map(reason -> PromptState.refused(reason.code(), barred, requests(barred, byScope(pending()))));
    }

    private PromptState undecided(List<ScopeDecision> refused) {
        Map<String, AccessRequest> pending = byScope(
                pending().stream().filter(request -> !isOvertaken(request)).toList());
        List<ScopeDecision> open = refused.stream()
                .filter(scope -> !pending.containsKey(scope.scope().ref().id()))
                .toList();
        return answered(open).orElseGet(() -> {
            List<ScopeDecision> waiting =
                    refused.stream().filter(scope -> !open.contains(scope)).toList();
            return open.isEmpty()
                    ? PromptState.waiting(waiting, requests(waiting, pending))
                    : PromptState.asking(together(open));
        });
    }

    private static List<AccessRequest> requests(List<ScopeDecision> scopes, Map<String, AccessRequest> byScope) {
        return scopes.stream()
                .flatMap(scope ->
                        Stream.ofNullable(byScope.get(scope.scope().ref().id())))
                .toList();
    }

    /** The person's pending requests through this client, whatever their scope has become since. */
    private List<AccessRequest> pending() {
        AccessFilter target = new AccessFilter(
                Optional.of(login.user().getId()), Optional.of(login.client().getId()), Optional.empty());
        RequestFilter filter = new RequestFilter(
                RecordFilter.of(target),
                new RequestFilter.When(Optional.of(RequestStatus.PENDING), now),
                RequestFilter.Content.ANY,
                RequestFilter.Order.NEWEST_FIRST);
        return login.dataAccess().requests().search(filter).toList();
    }

    private static Map<String, AccessRequest> byScope(List<AccessRequest> requests) {
        return requests.stream()
                .collect(toMap(request -> request.access().scope().id(), Function.identity(), (one, other) -> one));
    }

    private Optional<PromptState> answered(List<ScopeDecision> open) {
        List<AccessRequest> ended = remembered.words().stream()
                .flatMap(id -> login.dataAccess().requests().find(id).stream())
                .filter(request -> request.content().concerns(login.userRef()))
                .filter(request -> open.stream().anyMatch(scope -> isFor(request, scope)))
                .toList();
        return ANSWERS.stream()
                .flatMap(answer -> answered(answer, open, ended).stream())
                .findFirst();
    }

    private Optional<PromptState> answered(Answer answer, List<ScopeDecision> open, List<AccessRequest> ended) {
        List<AccessRequest> requests = ended.stream()
                .filter(request -> statusOf(request) == answer.status())
                .toList();
        List<ScopeDecision> scopes = open.stream()
                .filter(scope -> requests.stream().anyMatch(request -> isFor(request, scope)))
                .toList();
        return requests.isEmpty()
                ? Optional.empty()
                : Optional.of(PromptState.answered(answer.outcome(), scopes, requests));
    }

    /** A reclassified one is as good as cancelled: whoever votes on it or files anew cancels it, looking at it does not. */
    private RequestStatus statusOf(AccessRequest request) {
        return isOvertaken(request) ? RequestStatus.CANCELLED : request.statusAt(now);
    }

    private boolean isOvertaken(AccessRequest request) {
        return request.isPendingAt(now) && login.dataAccess().requestApprovers().isReclassified(request);
    }

    private static boolean isFor(AccessRequest request, ScopeDecision scope) {
        return request.access().scope().id().equals(scope.scope().ref().id());
    }

    /** One form takes one purpose: scopes that share none with those before them are asked for next. */
    private static List<ScopeDecision> together(List<ScopeDecision> open) {
        List<ScopeDecision> together = new ArrayList<>();
        List<String> shared = List.of();
        for (ScopeDecision scope : open) {
            List<String> purposes =
                    scope.known().policies().map(ApplicablePolicies::purposes).orElse(List.of());
            List<String> left = together.isEmpty()
                    ? purposes
                    : shared.stream().filter(purposes::contains).toList();
            if (together.isEmpty() || !left.isEmpty()) {
                together.add(scope);
                shared = left;
            }
        }
        return together;
    }

    private record Answer(RequestStatus status, String outcome) {}
}
