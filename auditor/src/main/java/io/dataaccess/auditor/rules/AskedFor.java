/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.auditor.entry.Entry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a request was filed for, and its grant was given for.
 *
 * @param categories as text, in the order of their names, such as {@code us.user.contact CONFIDENTIAL US}
 */
public record AskedFor(String purpose, String categories) {

    static AskedFor of(Entry filed) {
        return new AskedFor(filed.text("purpose"), categories(filed.list("categories"), "name"));
    }

    /** The same text of what the REST API says, where the name of a category is called its key. */
    static String categories(JsonNode categories) {
        return categories(StreamSupport.stream(categories.spliterator(), false).toList(), "key");
    }

    private static String categories(List<JsonNode> categories, String name) {
        return categories.stream()
                .map(category -> String.join(
                        " ",
                        category.path(name).asText(),
                        category.path("sensitivity").asText(),
                        category.path("jurisdiction").asText()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
