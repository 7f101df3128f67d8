/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Configuration as canonical JSON (RFC 8785): members in the order of their names, no blanks, one spelling for each text. The names
 * of the members are the format of stored configurations.
 */
final class CanonicalContent {

    private CanonicalContent() {}

    static String of(Configuration configuration) {
        SortedMap<String, String> members = new TreeMap<>();
        members.put("approvals", Integer.toString(configuration.approvals()));
        members.put("categories", array(configuration.categories(), CanonicalContent::of));
        members.put("locks", array(configuration.locks(), CanonicalContent::of));
        members.put("policies", array(configuration.policies(), CanonicalContent::of));
        members.put("scopes", array(configuration.scopes(), CanonicalContent::of));
        return object(members);
    }

    static String of(ConfiguredElement element) {
        SortedMap<String, String> fields = new TreeMap<>();
        element.config().forEach((field, values) -> fields.put(field, array(values, CanonicalContent::text)));
        SortedMap<String, String> members = new TreeMap<>();
        members.put("config", object(fields));
        members.put("name", text(element.name()));
        return object(members);
    }

    private static String of(ConfiguredScope scope) {
        SortedMap<String, String> members = new TreeMap<>();
        members.put("categories", text(scope.categories()));
        members.put("id", text(scope.id()));
        members.put("name", text(scope.name()));
        return object(members);
    }

    private static String of(Lock lock) {
        SortedMap<String, String> members = new TreeMap<>();
        members.put("at", text(lock.at().toString()));
        members.put("by", text(lock.by()));
        members.put("id", text(lock.id()));
        members.put("kind", text(lock.kind().code()));
        members.put("reason", text(lock.reason()));
        members.put("scopeId", text(lock.scopeId().orElse("")));
        members.put("target", text(lock.target()));
        return object(members);
    }

    private static String object(SortedMap<String, String> members) {
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ":" + member.getValue())
                .collect(joining(",", "{", "}"));
    }

    private static <T> String array(Collection<T> values, Function<T, String> json) {
        return values.stream().map(json).collect(joining(",", "[", "]"));
    }

    private static String text(String value) {
        return value.chars().mapToObj(CanonicalContent::character).collect(joining("", "\"", "\""));
    }

    private static String character(int unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> unit < ' ' ? "\\u%04x".formatted(unit) : Character.toString((char) unit);
        };
    }
}
