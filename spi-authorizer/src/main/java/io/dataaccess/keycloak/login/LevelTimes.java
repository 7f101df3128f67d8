/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.Constants;
import org.keycloak.models.UserSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * When a session reached each level of authentication. Keycloak's flow conditions keep it in a note of the user session
 * (26.7.3), such as <code>{"1":1795291489,"2":1795291502}</code>, in seconds.
 */
record LevelTimes(UserSessionModel session) {

    /** Empty when the login's flow has no levels; none at all when the note cannot be read. */
    public Optional<Map<Integer, Instant>> read() {
        return Optional.ofNullable(session.getNote(Constants.LOA_MAP)).map(LevelTimes::parse);
    }

    private static Map<Integer, Instant> parse(String note) {
        try {
            Map<Integer, Long> seconds = JsonSerialization.readValue(note, new TypeReference<Map<Integer, Long>>() {});
            return seconds == null ? Map.of() : times(seconds);
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static Map<Integer, Instant> times(Map<Integer, Long> seconds) {
        return seconds.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Instant.ofEpochSecond(entry.getValue())));
    }
}
