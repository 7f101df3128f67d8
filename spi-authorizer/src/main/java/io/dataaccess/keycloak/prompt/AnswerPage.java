/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.Shown;
import io.dataaccess.keycloak.request.Choice;
import java.util.List;
import java.util.Map;

/** Why there is no access, and what can be done about it. */
final class AnswerPage {

    static final String TEMPLATE = "data-access-answer.ftl";

    private final AskingLogin login;
    private final Standing standing;

    AnswerPage(AskingLogin login, Standing standing) {
        this.login = login;
        this.standing = standing;
    }

    Map<String, Object> model() {
        PageModel page = new PageModel(login, standing);
        Map<String, Object> model =
                page.with(standing.scopes().stream().map(page::item).toList());
        model.put("outcome", standing.outcome());
        model.put("comments", comments());
        model.put(
                "isPending",
                standing.stage() == Stage.REFUSED && !standing.requests().isEmpty());
        model.put("canAskAgain", standing.stage() != Stage.REFUSED);
        return model;
    }

    /** What was said against it; who said so is not for the person to know. */
    private List<String> comments() {
        return standing.requests().stream()
                .flatMap(request -> request.course().votes().stream())
                .filter(vote -> vote.is(Choice.DENY))
                .map(vote -> vote.ballot().comment())
                .map(Shown::prose)
                .filter(comment -> !comment.isBlank())
                .distinct()
                .toList();
    }
}
