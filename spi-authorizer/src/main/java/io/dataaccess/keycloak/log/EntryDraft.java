/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.transparency.entry.CanonicalJson;
import io.dataaccess.transparency.entry.Opening;
import io.dataaccess.transparency.tree.EntryBundle;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An entry while it is written. Ids, times and words of the configuration stand in it as they are; what people wrote and how they
 * are called stand in it as commitments; people stand in it by the commitment to their id, always the same in one log.
 */
final class EntryDraft {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Bytes of a list that stands in an entry as it is; an entry has a few of them, and 65,535 bytes at most. */
    private static final int LONGEST_LIST = 16_000;

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, String> commitments = new TreeMap<>();
    private final Map<String, Opening> openings = new TreeMap<>();
    private final PersonSalts salts;

    EntryDraft(PersonSalts salts) {
        this.salts = salts;
    }

    /** A field that everybody who reads the entry can read. */
    EntryDraft with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    EntryDraft at(String name, Instant time) {
        return with(name, MILLISECONDS.format(time));
    }

    /** A list of the configuration as it is, or as its hash where it would fill the entry. */
    EntryDraft listed(String name, List<?> values) {
        String written = json(values);
        return written.getBytes(UTF_8).length > LONGEST_LIST ? committed(name, written) : with(name, values);
    }

    /** Who it is, as the hash of their id with their own salt. */
    EntryDraft person(String name, String userId) {
        Opening opening = salts.of(userId);
        openings.put(name, opening);
        return with(name, opening.commitment().base64());
    }

    /** A text as its hash with a salt of its own. */
    EntryDraft committed(String name, String value) {
        Opening opening = Opening.random(value, RANDOM);
        openings.put(name, opening);
        commitments.put(name, opening.commitment().base64());
        return this;
    }

    EntryDraft committed(String name, Optional<String> value) {
        value.ifPresent(text -> committed(name, text));
        return this;
    }

    /**
     * The text whose bytes are hashed.
     *
     * @throws IllegalStateException when it has more bytes than an entry may have: nothing happens then that nobody could read
     */
    String entry() {
        if (!commitments.isEmpty()) {
            fields.put("commitments", commitments);
        }
        byte[] entry = CanonicalJson.of(json(fields));
        if (entry.length > EntryBundle.MAX_ENTRY) {
            throw new IllegalStateException("An entry of the approval log would have " + entry.length + " bytes, and "
                    + EntryBundle.MAX_ENTRY + " is the most");
        }
        return new String(entry, UTF_8);
    }

    /** The salts and values by field, as JSON. */
    String openings() {
        return json(openings.entrySet().stream()
                .collect(
                        TreeMap::new,
                        (all, one) -> all.put(
                                one.getKey(),
                                Map.of(
                                        "salt", one.getValue().salt(),
                                        "value", one.getValue().value())),
                        TreeMap::putAll));
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
