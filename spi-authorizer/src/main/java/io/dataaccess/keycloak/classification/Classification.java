/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All data categories of a realm. */
public final class Classification {

    private final Map<String, List<DataCategory>> byKey;

    private final Set<String> unreadable;

    /**
     * The categories of a realm.
     *
     * @param categories those that can be read
     * @param unreadable the keys of those that cannot: another of such a key is not the only one
     */
    public Classification(List<DataCategory> categories, Collection<String> unreadable) {
        this.byKey = categories.stream().collect(groupingBy(DataCategory::key));
        this.unreadable = Set.copyOf(unreadable);
    }

    /** The one category with this key; empty when there is none or more than one, readable or not. */
    public Optional<DataCategory> category(String key) {
        List<DataCategory> found = byKey.getOrDefault(key, List.of());
        return found.size() == 1 && !unreadable.contains(key) ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The categories of the scope, in its order; empty when any part of the answer is unknown. */
    public Optional<List<DataCategory>> categoriesOf(GuardedScope scope) {
        if (!scope.guardable() || scope.keys().isEmpty()) {
            return Optional.empty();
        }
        List<DataCategory> known = scope.keys().stream()
                .distinct()
                .flatMap(key -> category(key).stream())
                .toList();
        boolean complete = known.size() == scope.keys().stream().distinct().count();
        return complete ? Optional.of(known) : Optional.empty();
    }
}
