/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.dataaccess.keycloak.configuration.ConfigurationChange.Kind;
import io.dataaccess.keycloak.configuration.ConfigurationChange.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is different between two configurations. Elements are told by their names, client scopes and locks by their ids.
 *
 * @param changes by kind, name and field; none when both say the same
 */
public record ConfigurationDifference(List<ConfigurationChange> changes) {

    /** The setting by which a realm says how many policy admins must approve a change. */
    public static final String APPROVALS = "data-access.changeApprovals";

    public ConfigurationDifference {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public static ConfigurationDifference between(Configuration before, Configuration after) {
        return new ConfigurationDifference(Stream.of(Kind.values())
                .flatMap(kind -> between(kind, elements(kind, before), elements(kind, after)))
                .toList());
    }

    /**
     * One of what can be different.
     *
     * @param id what it is told by beside its name; empty where the name is all there is
     */
    private record Element(String name, String id, Map<String, List<String>> fields) {

        String key() {
            return name + '\0' + id;
        }

        List<String> values(String field) {
            return fields.getOrDefault(field, List.of());
        }
    }

    private static List<Element> elements(Kind kind, Configuration configuration) {
        return switch (kind) {
            case DATA_CATEGORY -> named(configuration.categories());
            case APPROVAL_POLICY -> named(configuration.policies());
            case CLIENT_SCOPE ->
                configuration.scopes().stream()
                        .map(scope -> new Element(
                                scope.name(),
                                scope.id(),
                                Map.of("categories", scope.keys(), "id", List.of(scope.id()))))
                        .toList();
            case SETTING ->
                List.of(new Element(
                        APPROVALS, "", Map.of("value", List.of(Integer.toString(configuration.approvals())))));
            case LOCK ->
                configuration.locks().stream()
                        .map(lock -> new Element(lock.target(), lock.id(), fields(lock)))
                        .toList();
        };
    }

    private static List<Element> named(List<ConfiguredElement> elements) {
        return elements.stream()
                .map(element -> new Element(element.name(), "", element.config()))
                .toList();
    }

    private static Map<String, List<String>> fields(Lock lock) {
        Map<String, List<String>> fields = new TreeMap<>(Map.of(
                "kind", List.of(lock.kind().code()),
                "reason", List.of(lock.reason()),
                "by", List.of(lock.by()),
                "at", List.of(lock.at().toString())));
        lock.scopeId().ifPresent(id -> fields.put("scopeId", List.of(id)));
        return fields;
    }

    private static Stream<ConfigurationChange> between(Kind kind, List<Element> before, List<Element> after) {
        Map<String, List<Element>> were = byKey(before);
        Map<String, List<Element>> are = byKey(after);
        TreeSet<String> keys = new TreeSet<>(were.keySet());
        keys.addAll(are.keySet());
        return keys.stream()
                .flatMap(key -> changes(kind, were.getOrDefault(key, List.of()), are.getOrDefault(key, List.of())));
    }

    private static Map<String, List<Element>> byKey(List<Element> elements) {
        return elements.stream().collect(groupingBy(Element::key, TreeMap::new, toList()));
    }

    /** Where a name stands for several, nobody can say which became which. */
    private static Stream<ConfigurationChange> changes(Kind kind, List<Element> before, List<Element> after) {
        if (before.size() == 1 && after.size() == 1) {
            return lines(kind, What.CHANGED, before.get(0), after.get(0))
                    .filter(change -> !change.from().equals(change.to()));
        }
        return Stream.concat(
                without(before, after).flatMap(gone -> lines(kind, What.REMOVED, gone, nothing(gone))),
                without(after, before).flatMap(come -> lines(kind, What.ADDED, nothing(come), come)));
    }

    private static Element nothing(Element named) {
        return new Element(named.name(), named.id(), Map.of());
    }

    /** Those of some that have no equal among the others, which stands for one of them only. */
    private static Stream<Element> without(List<Element> some, List<Element> others) {
        List<Element> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.stream();
    }

    /** A line for each field; one for an element that has none. */
    private static Stream<ConfigurationChange> lines(Kind kind, What what, Element before, Element after) {
        TreeSet<String> fields = new TreeSet<>(before.fields().keySet());
        fields.addAll(after.fields().keySet());
        if (fields.isEmpty()) {
            fields.add("");
        }
        return fields.stream()
                .map(field -> new ConfigurationChange(
                        kind, before.name(), what, field, before.values(field), after.values(field)));
    }
}
