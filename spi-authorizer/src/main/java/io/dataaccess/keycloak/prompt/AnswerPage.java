/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.Shown;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Choice;
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

    private final AskingLogin login;
    private final Standing standing;

    AnswerPage(AskingLogin login, Standing standing) {
        this.login = login;
        this.standing = standing;
    }

    Map<String, Object> model() {
        PageModel page = new PageModel(login, standing);
        Map<String, Object> model = page.with(
                standing.scopes().stream().map(scope -> item(page, scope)).toList());
        model.put("outcome", standing.outcome());
        model.put("comments", comments(standing.requests()));
        model.put(
                "isPending",
                standing.stage() == Stage.REFUSED && !standing.requests().isEmpty());
        model.put("canAskAgain", standing.stage() != Stage.REFUSED);
        return model;
    }

    private Map<String, Object> item(PageModel page, ScopeDecision scope) {
        Map<String, Object> item = page.item(scope);
        Optional.ofNullable(STATUSES.get(standing.outcome())).ifPresent(status -> item.put("status", status.name()));
        return item;
    }

    /** What was said against it; who said so is not for the person to know. */
    static List<String> comments(List<AccessRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.course().votes().stream())
                .filter(vote -> vote.is(Choice.DENY))
                .map(vote -> vote.ballot().comment())
                .map(Shown::prose)
                .filter(comment -> !comment.isBlank())
                .distinct()
                .toList();
    }
}
