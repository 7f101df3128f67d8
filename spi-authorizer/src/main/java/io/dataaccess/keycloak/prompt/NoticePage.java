/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.policy.ScopeDecision;
import java.util.HashMap;
import java.util.Map;

/** The last page before access: what is about to be opened, for which purpose and until when. */
final class NoticePage {

    static final String TEMPLATE = "data-access-notice.ftl";

    private final AskingLogin login;
    private final Standing standing;

    NoticePage(AskingLogin login, Standing standing) {
        this.login = login;
        this.standing = standing;
    }

    Map<String, Object> model() {
        PageModel page = new PageModel(login, standing);
        Map<String, Object> model = page.with(
                standing.scopes().stream().map(scope -> item(page, scope)).toList());
        model.put(ShownIds.FIELD, ShownIds.text(AccessNotice.grants(standing.scopes())));
        return model;
    }

    private static Map<String, Object> item(PageModel page, ScopeDecision scope) {
        Map<String, Object> item = new HashMap<>(page.opened(scope));
        scope.grant().ifPresent(grant -> item.put("purpose", grant.approval().purpose()));
        return item;
    }
}
