/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dataaccess.keycloak.openapi.RecordShapes;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which fields of the generated file are always there, and which may be null: as the records say. */
final class RecordShapesTest {

    static Stream<Class<?>> representations() {
        return RecordShapes.records().stream()
                .filter(type -> RecordShapes.name(type).isPresent());
    }

    @Test
    void knowsTheRepresentations() {
        assertThat(representations()).hasSizeGreaterThan(20).contains(RequestRepresentation.class, ErrorBody.class);
    }

    @ParameterizedTest
    @MethodSource("representations")
    void requiresFieldsWhenTheyAreAlwaysThere(Class<?> type) throws IOException {
        String name = RecordShapes.name(type).orElseThrow();
        Predicate<RecordComponent> optional = name.endsWith("Body")
                ? component -> isNullable(component) || component.getType() == boolean.class
                : component -> isNullable(component) && leavesOutNulls(type);

        assertThat(texts(schema(name).path("required"))).isEqualTo(names(type, optional.negate()));
    }

    @ParameterizedTest
    @MethodSource("representations")
    void allowsNullWhenTheRecordDoes(Class<?> type) throws IOException {
        JsonNode properties = schema(RecordShapes.name(type).orElseThrow()).path("properties");

        assertThat(texts(properties.fieldNames())).isEqualTo(names(type, component -> true));
        assertThat(texts(properties.fieldNames()).stream().filter(name -> allowsNull(properties.path(name))))
                .isEqualTo(names(type, component -> isNullable(component) && !leavesOutNulls(type)));
    }

    private static boolean leavesOutNulls(Class<?> type) {
        return type.isAnnotationPresent(JsonInclude.class);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean allowsNull(JsonNode property) {
        return property.path("type").toString().contains("null")
                || property.path("anyOf").findValuesAsText("type").contains("null");
    }

    private static List<String> names(Class<?> type, Predicate<RecordComponent> which) {
        return Arrays.stream(type.getRecordComponents())
                .filter(which)
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(Iterator<String> names) {
        return Stream.iterate(names, Iterator::hasNext, each -> each)
                .map(Iterator::next)
                .toList();
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream file = RecordShapesTest.class.getResourceAsStream("/META-INF/openapi/data-access.yaml")) {
            return new YAMLMapper()
                    .readTree(Objects.requireNonNull(file))
                    .path("components")
                    .path("schemas")
                    .path(name);
        }
    }
}
