/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.access.TextRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;

/**
 * Texts that a database stores, and that people see as they are: Keycloak would save any, and fail with an internal error
 * where the database takes none (26.7.3).
 */
final class StorableText {

    private static final int LONGEST_NAME = 255;

    private StorableText() {}

    /** @throws InvalidComponentException when the component's name, or the name or a value of a field, cannot be stored */
    static void require(ComponentModel component) {
        if (component.getName() != null && !isName(component.getName())) {
            throw new InvalidComponentException("name", "is longer than 255 characters, or has " + TextRules.HIDDEN);
        }
        Map<String, List<String>> fields = Objects.requireNonNullElse(component.getConfig(), Map.of());
        fields.forEach((field, values) -> {
            if (field == null || !isName(field)) {
                throw new InvalidComponentException(
                        "a field", "has a name longer than 255 characters, or with " + TextRules.HIDDEN);
            }
            Predicate<String> fits = field.equals(CategoryReader.LABEL) ? TextRules::isLine : TextRules::isProse;
            if (!Stream.ofNullable(values)
                    .flatMap(List::stream)
                    .flatMap(Stream::ofNullable)
                    .allMatch(fits)) {
                throw new InvalidComponentException(field, "has " + TextRules.HIDDEN);
            }
        });
    }

    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && TextRules.isLine(text);
    }
}
