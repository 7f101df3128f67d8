/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static java.util.stream.Collectors.toCollection;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which data a configuration protects by which policy, as far as its texts can be read. */
final class ConfiguredLevels {

    private static final String JURISDICTION = "jurisdiction";
    private static final String SENSITIVITY = "sensitivity";

    private final Configuration content;

    ConfiguredLevels(Configuration content) {
        this.content = content;
    }

    Configuration content() {
        return content;
    }

    static List<ConfiguredElement> named(List<ConfiguredElement> elements, String name) {
        return elements.stream().filter(one -> one.name().strip().equals(name)).toList();
    }

    static Set<String> names(List<ConfiguredElement> some, List<ConfiguredElement> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(one -> one.name().strip())
                .collect(toCollection(TreeSet::new));
    }

    /** The values that say something. */
    static List<String> values(ConfiguredElement element, String field) {
        return Objects.requireNonNullElse(element.config().get(field), List.<String>of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .sorted()
                .toList();
    }

    static boolean isLevel(String field) {
        return field.equals(JURISDICTION) || field.equals(SENSITIVITY);
    }

    static Optional<ProtectionLevel> level(ConfiguredElement element) {
        List<String> jurisdiction = values(element, JURISDICTION);
        List<String> sensitivity = values(element, SENSITIVITY);
        return jurisdiction.size() == 1 && sensitivity.size() == 1
                ? Arrays.stream(Sensitivity.values())
                        .filter(one -> one.name().equals(sensitivity.get(0)))
                        .map(one -> new ProtectionLevel(jurisdiction.get(0), one))
                        .findFirst()
                : Optional.empty();
    }

    /** The jurisdictions of these, and all that have policies where one does not say its own. */
    Set<String> jurisdictions(Collection<ConfiguredElement> elements) {
        Set<String> found = new TreeSet<>();
        for (ConfiguredElement element : elements) {
            List<String> own = values(element, JURISDICTION);
            found.addAll(own.isEmpty() ? jurisdictions() : own);
        }
        return found;
    }

    /** Those that have policies. */
    Set<String> jurisdictions() {
        return content.policies().stream()
                .flatMap(policy -> values(policy, JURISDICTION).stream())
                .collect(toCollection(TreeSet::new));
    }

    /** The levels that policies are for. */
    List<ProtectionLevel> levels() {
        return content.policies().stream()
                .flatMap(policy -> level(policy).stream())
                .distinct()
                .toList();
    }

    /** Those of this level, and those that may be, for they do not say what they are for. */
    List<ConfiguredElement> policiesOf(ProtectionLevel level) {
        return content.policies().stream()
                .filter(policy -> level(policy).map(level::equals).orElse(true))
                .toList();
    }

    Set<String> policiesIn(String jurisdiction) {
        return content.policies().stream()
                .filter(policy -> values(policy, JURISDICTION).isEmpty()
                        || values(policy, JURISDICTION).contains(jurisdiction))
                .map(ConfiguredElement::name)
                .collect(toCollection(TreeSet::new));
    }

    /** The jurisdictions of the categories with these keys; unknown ones have none. */
    Set<String> jurisdictionsOf(Collection<String> keys) {
        return jurisdictions(keys.stream()
                .flatMap(key -> named(content.categories(), key).stream())
                .toList());
    }
}
