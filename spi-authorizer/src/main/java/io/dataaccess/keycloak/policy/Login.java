/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When, and how strongly, a person has authenticated. Example: the password an hour ago is level 1 reached an hour ago, the
 * second factor just now is level 2 reached just now.
 *
 * @param at when the last credential was given; {@link Instant#EPOCH} when unknown
 * @param levels when each level of authentication was reached; empty when unknown
 */
public record Login(Instant at, Map<Integer, Instant> levels) {

    /** Counts as old, and as weak. */
    public static final Login UNKNOWN = new Login(Instant.EPOCH, Map.of());

    public Login {
        levels = Map.copyOf(levels);
    }

    /** A login of one time, at this level; empty when the level is unknown. */
    public static Login of(Instant at, OptionalInt level) {
        return new Login(at, level.isPresent() ? Map.of(level.getAsInt(), at) : Map.of());
    }

    /** When this level was last reached, or a higher one, which is worth as much; empty when never. */
    public Optional<Instant> reached(int level) {
        return levels.entrySet().stream()
                .filter(entry -> entry.getKey() >= level)
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

    /** The highest level, whenever it was reached; empty when unknown. */
    public OptionalInt highest() {
        return levels.keySet().stream().mapToInt(Integer::intValue).max();
    }
}
