/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.prompt.login.AccessNotice;
import java.util.HashMap;
import java.util.Map;

/** The last page before access: what is about to be opened, for which purpose and until when. */
final class NoticePage {

    static final String TEMPLATE = "data-access-notice.ftl";

    private final LoginContext login;
    private final PromptState state;

    NoticePage(LoginContext login, PromptState state) {
        this.login = login;
        this.state = state;
    }

    Map<String, Object> model() {
        PageModel page = new PageModel(login, state);
        Map<String, Object> model = page.with(
                state.scopes().stream().map(scope -> item(page, scope)).toList());
        model.put(ShownIds.FIELD, ShownIds.text(AccessNotice.grants(state.scopes())));
        return model;
    }

    private static Map<String, Object> item(PageModel page, ScopeDecision scope) {
        Map<String, Object> item = new HashMap<>(page.opened(scope));
        scope.grant().ifPresent(grant -> item.put("purpose", grant.approval().purpose()));
        return item;
    }
}
