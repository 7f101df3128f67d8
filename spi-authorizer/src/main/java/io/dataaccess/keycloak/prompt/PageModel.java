/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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

    private final LoginContext login;
    private final PromptState state;

    PageModel(LoginContext login, PromptState state) {
        this.login = login;
        this.state = state;
    }

    Map<String, Object> with(List<Map<String, Object>> items) {
        Map<String, Object> model = new HashMap<>();
        model.put("items", items);
        model.put("granted", state.granted().stream().map(this::granted).toList());
        model.put("contacts", contacts());
        model.put("canContinueWithout", login.canDrop(state.guarded()));
        model.put("draftOwner", login.user().getId());
        model.put("refreshUrl", login.refreshUri().toString());
        model.put("clientName", shownName());
        login.device().code().ifPresent(code -> model.put("device", device(code)));
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

    /** What an access grant opens, and until when. */
    Map<String, Object> opened(ScopeDecision scope) {
        Map<String, Object> item = item(scope);
        scope.until().ifPresent(until -> {
            item.put("until", until.toString());
            item.put("untilText", text(until));
        });
        return item;
    }

    private Map<String, Object> granted(ScopeDecision scope) {
        Map<String, Object> item = opened(scope);
        item.put("status", RequestStatus.APPROVED.name());
        return item;
    }

    /** Without JavaScript nobody knows the person's time zone. */
    String text(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(login.locale())
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }

    /** Anybody may name a client as they like, so its id stands beside the name. */
    private Map<String, Object> device(String code) {
        String id = VisibleText.line(login.client().getClientId());
        return clientName().startsWith("${")
                ? Map.of("code", code, "application", id, "clientId", id)
                : Map.of("code", code, "application", clientName(), "clientId", id);
    }

    /** A client id that is an address says more than a name that whoever is there has chosen. */
    private String shownName() {
        String id = VisibleText.line(login.client().getClientId());
        return id.contains("://") && !id.equals(clientName()) ? clientName() + " (" + id + ")" : clientName();
    }

    private String clientName() {
        return VisibleText.line(Optional.ofNullable(login.client().getName())
                .filter(name -> !name.isBlank())
                .orElse(login.client().getClientId()));
    }

    private List<String> contacts() {
        return state.scopes().stream()
                .flatMap(scope -> scope.known().policies().stream())
                .map(ApplicablePolicies::contacts)
                .flatMap(List::stream)
                .map(VisibleText::line)
                .distinct()
                .toList();
    }

    private String label(ScopeDecision scope) {
        RealmModel realm = login.realm();
        return VisibleText.line(
                Optional.ofNullable(realm.getClientScopeById(scope.scope().ref().id()))
                        .map(ClientScopeModel::getDescription)
                        .filter(text -> !text.isBlank())
                        .orElse(scope.scope().ref().name()));
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
                "label", VisibleText.line(category.label()),
                "sensitivity", category.sensitivity().name(),
                "jurisdiction", category.level().jurisdiction());
    }
}
