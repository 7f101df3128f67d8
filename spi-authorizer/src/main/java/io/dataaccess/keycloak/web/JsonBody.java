/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.access.TextRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The JSON object that came with a call. Whatever is not expected is refused, with the name of the field. */
public final class JsonBody {

    private static final int KIB = 1024;
    private static final int LONGEST = 64 * KIB;
    private static final int LONGEST_CONFIGURATION = 1024 * KIB;
    private static final int LONGEST_LINE = 255;

    private final JsonNode fields;

    private JsonBody(JsonNode fields) {
        this.fields = fields;
    }

    /**
     * Reads a body with these fields.
     *
     * @throws InvalidCallException when it is too long, no JSON object, or has other fields
     */
    public static JsonBody read(@Nullable InputStream stream, String... known) {
        return read(stream, LONGEST, known);
    }

    /**
     * Reads a body that may be as long as a whole configuration.
     *
     * @throws InvalidCallException when it is too long, no JSON object, or has other fields
     */
    public static JsonBody readLong(@Nullable InputStream stream, String... known) {
        return read(stream, LONGEST_CONFIGURATION, known);
    }

    private static JsonBody read(@Nullable InputStream stream, int longest, String... known) {
        return of(parse(stream == null ? new byte[0] : bytes(stream, longest)), known);
    }

    private static JsonBody of(JsonNode tree, String... known) {
        if (!tree.isObject()) {
            throw InvalidCallException.invalid("Send a JSON object");
        }
        tree.fieldNames().forEachRemaining(field -> {
            if (!List.of(known).contains(field)) {
                throw InvalidCallException.invalid("A field is unknown; the fields are " + String.join(", ", known));
            }
        });
        return new JsonBody(tree);
    }

    private static byte[] bytes(InputStream stream, int longest) {
        try {
            byte[] bytes = stream.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new InvalidCallException(413, "too_large", "Send at most " + longest / KIB + " KiB");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The caller went away", e);
        }
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return Json.STRICT.readTree(bytes);
        } catch (JsonProcessingException e) {
            // What the parser says names its own settings, and repeats what was sent.
            throw InvalidCallException.invalid("The body is no proper JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw InvalidCallException.invalid("The body is no JSON in UTF-8");
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** A field that must be there and not blank, on one line. */
    public String text(String field) {
        return optional(field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> InvalidCallException.invalid(field + " is missing"));
    }

    /** A field on one line; empty when it is not there. */
    public Optional<String> optional(String field) {
        return string(field).map(text -> {
            if (text.length() > LONGEST_LINE || !TextRules.isLine(text)) {
                throw InvalidCallException.invalid(
                        field + " is longer than 255 characters, or has " + TextRules.HIDDEN);
            }
            return text;
        });
    }

    /** A field that may have several lines; blank when it is not there. */
    public String prose(String field) {
        String text = string(field).orElse("");
        if (!TextRules.isProse(text)) {
            throw InvalidCallException.invalid(field + " has " + TextRules.HIDDEN);
        }
        return text.strip();
    }

    public Optional<Duration> duration(String field) {
        return optional(field).map(text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw new InvalidCallException(
                        400,
                        "invalid_duration",
                        field + " is no duration of days, hours, minutes and seconds such as PT30M");
            }
        });
    }

    public boolean flag(String field) {
        JsonNode value = fields.path(field);
        if (!value.isBoolean() && !isAbsent(value)) {
            throw InvalidCallException.invalid(field + " is neither true nor false");
        }
        return value.asBoolean(false);
    }

    /** The flag; empty when it is not there. */
    public Optional<Boolean> optionalFlag(String field) {
        return isAbsent(fields.path(field)) ? Optional.empty() : Optional.of(flag(field));
    }

    /** A whole number; empty when it is not there. */
    public Optional<Integer> number(String field) {
        JsonNode value = fields.path(field);
        if (!isAbsent(value) && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw InvalidCallException.invalid(field + " is no whole number");
        }
        return isAbsent(value) ? Optional.empty() : Optional.of(value.intValue());
    }

    /** A list of objects with these fields; empty when it is not there. */
    public Optional<List<JsonBody>> objects(String field, String... known) {
        JsonNode value = fields.path(field);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        return Optional.of(elements(field, value).map(one -> of(one, known)).toList());
    }

    /** A list of texts; none when it is not there. */
    public List<String> texts(String field) {
        JsonNode value = fields.path(field);
        return isAbsent(value) ? List.of() : texts(field, value);
    }

    /** An object whose fields, whatever they are called, are lists of texts. */
    public Map<String, List<String>> lists(String field) {
        JsonNode value = fields.path(field);
        if (!value.isObject()) {
            throw InvalidCallException.invalid(field + " is no object");
        }
        Map<String, List<String>> lists = new TreeMap<>();
        value.properties().forEach(one -> lists.put(one.getKey(), texts(one.getKey(), one.getValue())));
        return lists;
    }

    private static List<String> texts(String field, JsonNode value) {
        return elements(field, value)
                .map(one -> {
                    if (!one.isTextual()) {
                        throw InvalidCallException.invalid(field + " is no list of texts");
                    }
                    return one.textValue();
                })
                .toList();
    }

    private static Stream<JsonNode> elements(String field, JsonNode value) {
        if (!value.isArray()) {
            throw InvalidCallException.invalid(field + " is no list");
        }
        return StreamSupport.stream(value.spliterator(), false);
    }

    private Optional<String> string(String field) {
        JsonNode value = fields.path(field);
        if (!value.isTextual() && !isAbsent(value)) {
            throw InvalidCallException.invalid(field + " is no text");
        }
        return isAbsent(value) ? Optional.empty() : Optional.of(value.textValue());
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
