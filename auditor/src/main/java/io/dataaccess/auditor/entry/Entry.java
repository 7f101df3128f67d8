/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.transparency.entry.CanonicalJson;
import io.dataaccess.transparency.format.Strict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One entry of a log: what happened, when, to which record. */
public final class Entry {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final long index;
    private final JsonNode json;
    private final Instant time;

    private Entry(long index, JsonNode json) {
        this.index = index;
        this.json = json;
        this.time = time("time");
        text("kind");
        text("realm");
        text("id");
    }

    /**
     * Reads the bytes that are hashed.
     *
     * @throws MalformedEntryException when they are not canonical, or lack what every entry has
     */
    public static Entry parse(long index, byte[] bytes) {
        if (!CanonicalJson.isCanonical(bytes)) {
            throw new MalformedEntryException(Code.ENTRY_NOT_CANONICAL, "It is not in canonical JSON (RFC 8785)");
        }
        try {
            return new Entry(index, JSON.readTree(Strict.utf8(bytes)));
        } catch (JsonProcessingException e) {
            throw new MalformedEntryException(Code.ENTRY_NOT_CANONICAL, "It is not JSON");
        }
    }

    public long index() {
        return index;
    }

    public String kind() {
        return text("kind");
    }

    public Instant time() {
        return time;
    }

    public String realm() {
        return text("realm");
    }

    /** The record that it is about: a request or a grant. */
    public String id() {
        return text("id");
    }

    /** All of it, for what reads fields that this class knows nothing of. */
    public JsonNode json() {
        return json;
    }

    public String text(String field) {
        return optionalText(field).orElseThrow(() -> new MalformedEntryException("It has no " + field));
    }

    public Optional<String> optionalText(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new MalformedEntryException("Its " + field + " is not a text");
        }
        return Optional.of(value.textValue());
    }

    /** A time in UTC, such as {@code 2026-11-28T12:00:00.000Z}. */
    public Instant time(String field) {
        String text = text(field);
        try {
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            throw new MalformedEntryException("Its " + field + " is not a time: " + e.getMessage());
        }
        throw new MalformedEntryException("Its " + field + " is not a time in UTC");
    }

    public Optional<Duration> optionalDuration(String field) {
        return optionalText(field).map(text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new MalformedEntryException("Its " + field + " is not a duration: " + e.getMessage());
            }
        });
    }

    /** The members of a list of objects. */
    public List<JsonNode> list(String field) {
        JsonNode value = json.path(field);
        if (!value.isArray()) {
            throw new MalformedEntryException("Its " + field + " is not a list");
        }
        List<JsonNode> members = new ArrayList<>();
        value.forEach(members::add);
        return members;
    }

    /** The commitment to this field: among the commitments, or, as for people, in the entry itself. */
    public Optional<String> commitment(String field) {
        JsonNode value = json.path("commitments").path(field);
        if (value.isMissingNode()) {
            value = json.path(field);
        }
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
