/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of a user that a condition can rely on: exactly one value, and that not blank. Any other attribute
 * is left out, so that a condition reading it cannot be evaluated.
 *
 * @param values value by attribute name
 */
public record Attributes(Map<String, String> values) {

    public Attributes {
        values = Map.copyOf(values);
    }

    public static Attributes of(Map<String, List<String>> all) {
        return new Attributes(all.entrySet().stream()
                .filter(entry -> isSingle(entry.getValue()))
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0))));
    }

    public Attributes only(Set<String> names) {
        return new Attributes(values.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey()))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static boolean isSingle(List<String> values) {
        return values.size() == 1 && values.get(0) != null && !values.get(0).isBlank();
    }
}
