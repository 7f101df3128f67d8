/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.access.Fingerprint;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.component.ComponentModel;

/** Tells wordings of a policy apart. */
final class PolicyHash {

    private PolicyHash() {}

    /**
     * Hex SHA-256 of the name and every field, fields and values in alphabetical order: Keycloak does not keep the order
     * of several values. What separates them cannot stand in them.
     */
    static String of(ComponentModel component) {
        StringBuilder text = new StringBuilder(String.valueOf(component.getName()));
        new TreeMap<>(component.getConfig())
                .forEach((field, values) ->
                        text.append('\0').append(field).append('\1').append(sorted(values)));
        return Fingerprint.of(text.toString());
    }

    /** Some databases give back nothing where a blank text was stored. */
    private static String sorted(List<String> values) {
        return Objects.requireNonNullElse(values, List.<String>of()).stream()
                .map(value -> Objects.requireNonNullElse(value, ""))
                .sorted()
                .collect(Collectors.joining("\1"));
    }
}
