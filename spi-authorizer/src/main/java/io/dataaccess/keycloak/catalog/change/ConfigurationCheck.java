/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.change;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.catalog.ApprovalPolicyFactory;
import io.dataaccess.keycloak.catalog.DataCategoryFactory;
import io.dataaccess.keycloak.change.Unreadable;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** What a configuration must be like to be proposed: as each part of it would have to be to be saved. */
public final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /**
     * Requires that nothing is wrong with it.
     *
     * @throws RejectedException names what is wrong, and the field
     */
    public static void require(Configuration configuration, RealmModel realm) {
        Stream.of(
                        elements("data category", configuration.categories(), DataCategoryFactory::complaint),
                        elements("approval policy", configuration.policies(), ApprovalPolicyFactory::complaint),
                        twice(
                                "data category",
                                configuration.categories().stream().map(ConfiguredElement::name)),
                        twice(
                                "approval policy",
                                configuration.policies().stream().map(ConfiguredElement::name)),
                        twice("policies for", configuration.policies().stream().map(ConfigurationCheck::level)),
                        twice("client scope", configuration.scopes().stream().map(ConfiguredScope::id)),
                        scopes(configuration, realm))
                .flatMap(found -> found)
                .findFirst()
                .ifPresent(complaint -> {
                    throw new RejectedException(Rejection.INVALID_CONFIGURATION, complaint);
                });
    }

    /** What of it decides nothing. */
    public static Unreadable unreadable(Configuration configuration) {
        return new Unreadable(
                names(configuration.categories(), DataCategoryFactory::complaint),
                names(configuration.policies(), ApprovalPolicyFactory::complaint));
    }

    private static Set<String> names(
            List<ConfiguredElement> elements, Function<ComponentModel, Optional<String>> complaint) {
        return elements.stream()
                .filter(element -> complaint.apply(Components.of(element)).isPresent())
                .map(element -> element.name().strip())
                .collect(toSet());
    }

    private static Stream<String> elements(
            String kind, List<ConfiguredElement> elements, Function<ComponentModel, Optional<String>> complaint) {
        return elements.stream()
                .flatMap(element -> complaint.apply(Components.of(element)).stream()
                        .map(said -> kind + " '" + element.name() + "': " + said));
    }

    private static Stream<String> twice(String kind, Stream<String> names) {
        return names.collect(groupingBy(name -> name, counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> kind + " '" + name + "': is there more than once");
    }

    private static String level(ConfiguredElement policy) {
        return Stream.of("jurisdiction", "sensitivity")
                .map(field -> policy.config().getOrDefault(field, List.of()).stream()
                        .map(String::strip)
                        .toList())
                .toList()
                .toString();
    }

    private static Stream<String> scopes(Configuration configuration, RealmModel realm) {
        Set<String> keys =
                configuration.categories().stream().map(ConfiguredElement::name).collect(toSet());
        return configuration.scopes().stream()
                .flatMap(scope -> complaint(scope, keys, realm).stream()
                        .map(said -> "client scope '" + scope.name() + "': " + said));
    }

    private static Optional<String> complaint(ConfiguredScope scope, Set<String> keys, RealmModel realm) {
        if (realm.getClientScopeById(scope.id()) == null) {
            return Optional.of("is no client scope of this realm");
        }
        if (scope.keys().isEmpty()) {
            return Optional.of("categories is empty: leave the scope out if it opens no classified data");
        }
        return scope.keys().stream()
                .filter(key -> !keys.contains(key))
                .findFirst()
                .map(key -> "categories names " + key + ", which is no data category");
    }
}
