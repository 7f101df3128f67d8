/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.policy.Policies;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** What every page shows, under the keys that the templates read; nothing but maps, lists, texts and numbers. */
final class PageModel {

    /** Shown for a scope that is not classified. */
    private static final String UNKNOWN = "UNKNOWN";

    private final AskingLogin login;
    private final Standing standing;

    PageModel(AskingLogin login, Standing standing) {
        this.login = login;
        this.standing = standing;
    }

    Map<String, Object> with(List<Map<String, Object>> items) {
        Map<String, Object> model = new HashMap<>();
        model.put("items", items);
        model.put("contacts", contacts());
        model.put("canContinueWithout", login.canDrop(standing.guarded()));
        model.put("draftOwner", login.user().getId());
        model.put("refreshUrl", login.refreshUri().toString());
        return model;
    }

    Map<String, Object> item(ScopeDecision scope) {
        Map<String, Object> item = new HashMap<>();
        item.put("scope", scope.scope().ref().name());
        item.put("label", label(scope));
        item.put("sensitivity", sensitivity(scope));
        item.put(
                "categories",
                scope.known().categories().stream().map(PageModel::category).toList());
        return item;
    }

    private List<String> contacts() {
        return standing.scopes().stream()
                .flatMap(scope -> scope.known().policies().stream())
                .map(Policies::contacts)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private String label(ScopeDecision scope) {
        RealmModel realm = login.realm();
        return Optional.ofNullable(realm.getClientScopeById(scope.scope().ref().id()))
                .map(ClientScopeModel::getDescription)
                .filter(text -> !text.isBlank())
                .orElse(scope.scope().ref().name());
    }

    private static String sensitivity(ScopeDecision scope) {
        return scope.known().categories().stream()
                .map(DataCategory::sensitivity)
                .max(Comparator.naturalOrder())
                .map(Enum::name)
                .orElse(UNKNOWN);
    }

    private static Map<String, Object> category(DataCategory category) {
        return Map.of(
                "key", category.key(),
                "label", category.label(),
                "sensitivity", category.sensitivity().name(),
                "jurisdiction", category.level().jurisdiction());
    }
}
