/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The realm's order of authentication contexts.
 *
 * @param levels level of authentication by acr value; a value that is a number itself needs no entry
 */
public record AcrLevels(Map<String, Integer> levels) {

    public AcrLevels {
        levels = Map.copyOf(levels);
    }

    /** The level of this acr; empty when it is unknown. */
    public OptionalInt level(String acr) {
        Integer mapped = levels.get(acr);
        if (mapped != null) {
            return OptionalInt.of(mapped);
        }
        return acr.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(acr)) : OptionalInt.empty();
    }
}
