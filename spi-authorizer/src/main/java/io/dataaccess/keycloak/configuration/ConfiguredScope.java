/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client scope that lists data categories. One that is deleted and made anew under its name has another id, and is another.
 *
 * @param id of the client scope in Keycloak
 * @param categories the keys that it lists, in its order, with one blank between two; empty when its list is blank
 */
public record ConfiguredScope(String id, String name, String categories) {

    static final Comparator<ConfiguredScope> ORDER = comparing(ConfiguredScope::name)
            .thenComparing(ConfiguredScope::id)
            .thenComparing(ConfiguredScope::categories);

    public ConfiguredScope {
        categories = String.join(" ", split(categories));
    }

    /** The keys that it lists, in its order; none when its list is blank. */
    public List<String> keys() {
        return split(categories);
    }

    private static List<String> split(String list) {
        return Stream.of(list.strip().split("\\s+"))
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
