/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import static java.util.Comparator.comparing;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A data category or an approval policy as it is written, whether it can be read or not: {@code us.user.contact} with
 * {@code jurisdiction=US} for example. Two of one name are two.
 *
 * @param config the values of each field in alphabetical order, for Keycloak does not keep theirs. A field whose values are all
 *     blank has one empty value, whatever the database gives back for it; a field without values is none
 */
public record ConfiguredElement(String name, SortedMap<String, List<String>> config) {

    static final Comparator<ConfiguredElement> ORDER =
            comparing(ConfiguredElement::name).thenComparing(CanonicalContent::of);

    public ConfiguredElement {
        SortedMap<String, List<String>> written = new TreeMap<>();
        config.forEach((field, values) -> {
            if (!values.isEmpty()) {
                written.put(field, values(values));
            }
        });
        config = Collections.unmodifiableSortedMap(written);
    }

    /**
     * As a database gives it back.
     *
     * @param name null where none is stored
     * @param config with nulls where blank texts were stored
     */
    public static ConfiguredElement of(
            @Nullable String name, @Nullable Map<String, ? extends @Nullable List<@Nullable String>> config) {
        SortedMap<String, List<String>> fields = new TreeMap<>();
        if (config != null) {
            config.forEach((field, values) -> fields.put(
                    field,
                    values == null
                            ? List.of()
                            : values.stream().map(ConfiguredElement::text).toList()));
        }
        return new ConfiguredElement(text(name), fields);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<String> values(List<String> values) {
        return values.stream().allMatch(String::isBlank)
                ? List.of("")
                : values.stream().sorted().toList();
    }
}
