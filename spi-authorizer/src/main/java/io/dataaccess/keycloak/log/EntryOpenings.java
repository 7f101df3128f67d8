/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.log.ProvenEntry.Salted;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Salts and values beside an entry; those that were erased are not there. */
final class EntryOpenings {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Salted>> BY_FIELD = new TypeReference<>() {};

    private EntryOpenings() {}

    static Map<String, Salted> parse(String json) {
        try {
            return MAPPER.readValue(json, BY_FIELD);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
