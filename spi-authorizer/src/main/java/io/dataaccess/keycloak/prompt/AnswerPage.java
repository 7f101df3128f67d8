/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.prompt.PromptState.PromptStep;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why there is no access, and what can be done about it. */
final class AnswerPage {

    static final String TEMPLATE = "data-access-answer.ftl";

    private static final Map<String, RequestStatus> STATUSES = Map.of(
            "denied", RequestStatus.DENIED,
            "request_expired", RequestStatus.EXPIRED,
            "cancelled", RequestStatus.CANCELLED);

    private final LoginContext login;
    private final PromptState state;

    AnswerPage(LoginContext login, PromptState state) {
        this.login = login;
        this.state = state;
    }

    Map<String, Object> model() {
        PageModel page = new PageModel(login, state);
        Map<String, Object> model = page.with(
                state.scopes().stream().map(scope -> item(page, scope)).toList());
        model.put("outcome", state.outcome());
        cancellation().ifPresent(why -> model.put("cancellation", why.name()));
        model.put("comments", comments(state.requests()));
        model.put(
                "isPending",
                state.step() == PromptStep.REFUSED && !state.requests().isEmpty());
        model.put("canAskAgain", state.step() != PromptStep.REFUSED);
        return model;
    }

    /** Why all of them were cancelled; empty when one was not, or each for its own reason. */
    private Optional<Cancellation> cancellation() {
        List<Optional<Cancellation>> reasons = state.requests().stream()
                .map(AnswerPage::cancellation)
                .distinct()
                .toList();
        return reasons.size() == 1 ? reasons.get(0) : Optional.empty();
    }

    /** One that is answered and was not closed has been overtaken: see {@link PromptStateResolver}. */
    private static Optional<Cancellation> cancellation(AccessRequest request) {
        return request.state().status() == RequestStatus.PENDING
                ? Optional.of(Cancellation.RECLASSIFIED)
                : request.state().cancellation();
    }

    private Map<String, Object> item(PageModel page, ScopeDecision scope) {
        Map<String, Object> item = page.item(scope);
        Optional.ofNullable(STATUSES.get(state.outcome())).ifPresent(status -> item.put("status", status.name()));
        return item;
    }

    /** What was said against it; who said so is not for the person to know. */
    static List<String> comments(List<AccessRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.state().votes().stream())
                .filter(vote -> vote.is(VoteDecision.DENY))
                .map(vote -> vote.input().comment())
                .map(VisibleText::prose)
                .filter(comment -> !comment.isBlank())
                .distinct()
                .toList();
    }
}
