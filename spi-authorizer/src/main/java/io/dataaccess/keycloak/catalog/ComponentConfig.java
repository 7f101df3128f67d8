/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.component.ComponentModel;

/** Reads the configuration of a component; every complaint names the field. */
final class ComponentConfig {

    static final String JURISDICTION = "jurisdiction";
    static final String SENSITIVITY = "sensitivity";

    private final Map<String, List<String>> fields;

    ComponentConfig(ComponentModel component) {
        this(Objects.requireNonNullElse(component.getConfig(), Map.of()));
    }

    ComponentConfig(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Refuses a field that is none of these: misspelt, it would leave out what it was meant to say. */
    void requireOnly(Collection<String> known) {
        String unknown = fields.keySet().stream()
                .map(String::valueOf)
                .filter(field -> !known.contains(field))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new InvalidComponentException(
                    unknown,
                    "unknown_field",
                    "cannot be: the fields are {known}. Correct the name or remove it",
                    ParameterizedText.naming("known", String.join(", ", known)));
        }
    }

    /**
     * Refuses when one of these is missing or blank.
     *
     * @param complaint says of the missing ones why they must be there
     */
    void requireAll(Collection<String> needed, Function<String, InvalidComponentException> complaint) {
        String missing = needed.stream().filter(field -> list(field).isEmpty()).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw complaint.apply(missing);
        }
    }

    /** The field's one value; empty when it is missing or blank. */
    Optional<String> text(String field) {
        List<String> values = list(field);
        if (values.size() > 1) {
            throw new InvalidComponentException(field, "several", "has several values, give one");
        }
        return values.stream().findFirst();
    }

    String required(String field) {
        return text(field).orElseThrow(() -> new InvalidComponentException(field, "missing", "is missing"));
    }

    /**
     * The field's values, stripped; none when all are blank. One that is blank among others may have been more once, and
     * is refused. Not by Keycloak's {@code getList}: that adds what is missing (26.7.3), and this map is in Keycloak's
     * cache, where other threads read it.
     */
    List<String> list(String field) {
        List<String> values = Objects.requireNonNullElse(fields.get(field), List.<String>of());
        List<String> written = values.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (!written.isEmpty() && written.size() < values.size()) {
            throw new InvalidComponentException(
                    field, "blank_among_others", "has a blank value among others: fill it in or remove it");
        }
        return written;
    }

    ProtectionLevel level() {
        return new ProtectionLevel(required(JURISDICTION), sensitivity());
    }

    private Sensitivity sensitivity() {
        String value = required(SENSITIVITY);
        return Arrays.stream(Sensitivity.values())
                .filter(known -> known.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidComponentException(
                        SENSITIVITY,
                        "unknown_sensitivity",
                        "'{value}' is unknown, choose one of {known}",
                        ParameterizedText.naming(
                                "value",
                                value,
                                "known",
                                Arrays.stream(Sensitivity.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    Duration duration(String field, Duration otherwise) {
        return text(field).map(value -> parse(field, value)).orElse(otherwise);
    }

    Duration requiredDuration(String field) {
        return parse(field, required(field));
    }

    boolean flag(String field) {
        String value = text(field).orElse("false").toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw new InvalidComponentException(field, "no_flag", "is neither true nor false");
        }
        return value.equals("true");
    }

    private static Duration parse(String field, String value) {
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(Duration.ofDays(366)) > 0) {
                throw new InvalidComponentException(
                        field,
                        "duration_range",
                        "'{value}' is not between PT1S and P366D",
                        ParameterizedText.naming("value", value));
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new InvalidComponentException(
                    field,
                    "no_duration",
                    "'{value}' is no duration of days, hours, minutes and seconds such as PT8H",
                    ParameterizedText.naming("value", value));
        }
    }
}
