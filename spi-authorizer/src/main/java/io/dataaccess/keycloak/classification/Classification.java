/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All data categories of a realm. */
public final class Classification {

    private final Map<String, List<DataCategory>> byKey;

    public Classification(List<DataCategory> categories) {
        this.byKey = categories.stream().collect(groupingBy(DataCategory::key));
    }

    /** The one category with this key; empty when there is none or more than one. */
    public Optional<DataCategory> category(String key) {
        List<DataCategory> found = byKey.getOrDefault(key, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
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
