/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.access.Characters;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** Attributes that look like settings of this extension and are none: whoever wrote them believes that they hold. */
public final class SettingProblems {

    /** All there are. Names of later versions do nothing yet. */
    public static final Set<String> OF_REALM = Set.of(
            "data-access.adminClients",
            "data-access.maxPendingRequests",
            "data-access.mailsPerHour",
            "data-access.mailsPerRequest",
            "data-access.log.public",
            "data-access.log.witnesses",
            "data-access.requestsPerHour",
            "data-access.cancelledRetention",
            "data-access.configurationApproval",
            "data-access.changeApprovals");

    /** This product writes it, with each approval of a configuration. */
    private static final String OURS = "data-access.configurationVersion";

    static final Set<String> OF_SCOPE = Set.of("data-access.categories");

    /** In any case, and with the likely slips: one letter short or double, other signs or none between or after the words. */
    private static final Pattern LIKE_OURS = Pattern.compile(
            "\\P{L}*d?at+a?\\P{L}*ac+es+s?(\\P{L}.*|categor.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What Keycloak shows of a scope may say what it opens. */
    private static final String SHOWN = "consent.screen.text";

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;|]+");

    private final RealmModel realm;
    private final RealmClients clients;
    private final Set<String> categories;

    public SettingProblems(RealmClients clients, Catalog catalog) {
        this.realm = clients.realm();
        this.clients = clients;
        this.categories = Stream.concat(
                        catalog.categories().stream().map(DataCategory::key), catalog.unreadableKeys().stream())
                .collect(Collectors.toSet());
    }

    public Stream<Problem> find() {
        return Stream.of(
                        unknown(realm.getAttributes(), OF_REALM)
                                .filter(name -> !name.equals(OURS))
                                .map(this::ofRealm),
                        realm.getClientScopesStream().flatMap(this::ofScope),
                        clients.withAttribute(SettingProblems::isLikeOurs).flatMap(SettingProblems::ofClient))
                .flatMap(Function.identity());
    }

    /** Blank ones say nothing, and Keycloak's REST cannot take an attribute off a client scope (26.7.3). */
    private static Stream<String> unknown(Map<String, String> attributes, Set<String> known) {
        return attributes.entrySet().stream()
                .filter(attribute ->
                        attribute.getValue() != null && !attribute.getValue().isBlank())
                .map(Map.Entry::getKey)
                .filter(SettingProblems::isLikeOurs)
                .filter(name -> !known.contains(name))
                .sorted();
    }

    private static boolean isLikeOurs(String name) {
        return LIKE_OURS.matcher(visible(name)).matches();
    }

    private static String visible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !Characters.isHidden(point))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private Problem ofRealm(String name) {
        return Problem.warning(
                "setting_unknown",
                RealmElement.realm(realm),
                "has the attribute {attribute}, which does nothing: correct it to one of {known}, or remove it",
                ParameterizedText.naming("attribute", name, "known", list(OF_REALM)));
    }

    private Stream<Problem> ofScope(ClientScopeModel scope) {
        return Stream.concat(unknown(scope.getAttributes(), OF_SCOPE), listing(scope))
                .distinct()
                .map(name -> Problem.error(
                        "scope_setting_unknown",
                        RealmElement.scope(scope),
                        "has the attribute {attribute}, which guards nothing: correct it to {known}, or remove it",
                        ParameterizedText.naming("attribute", name, "known", list(OF_SCOPE))));
    }

    /** However they are called: attributes that list categories which the scope is not guarded for. */
    private Stream<String> listing(ClientScopeModel scope) {
        if (ScopeCatalog.isUnguarded(scope)) {
            return Stream.empty();
        }
        List<String> guarded =
                ScopeCatalog.guardedScope(scope).map(GuardedScope::keys).orElse(List.of());
        return scope.getAttributes().entrySet().stream()
                .filter(attribute -> !OF_SCOPE.contains(attribute.getKey()) && !SHOWN.equals(attribute.getKey()))
                .filter(attribute -> attribute.getValue() != null)
                .filter(attribute -> {
                    List<String> keys = BETWEEN.splitAsStream(
                                    visible(attribute.getValue()).strip())
                            .toList();
                    return categories.containsAll(keys) && !guarded.containsAll(keys);
                })
                .map(Map.Entry::getKey)
                .sorted();
    }

    /** Whoever registered a client writes its attributes, and is to fail no check that an operator waits for. */
    private static Stream<Problem> ofClient(ClientModel client) {
        return unknown(client.getAttributes(), Set.of())
                .map(name -> ParameterizedText.of(
                        "has the attribute {attribute}, which guards nothing: categories belong to client scopes; remove"
                                + " it",
                        ParameterizedText.naming("attribute", name)))
                .map(what -> SelfRegistration.isOf(client)
                        ? Problem.warning("client_setting_unknown", RealmElement.client(client), what)
                        : Problem.error("client_setting_unknown", RealmElement.client(client), what));
    }

    private static String list(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
