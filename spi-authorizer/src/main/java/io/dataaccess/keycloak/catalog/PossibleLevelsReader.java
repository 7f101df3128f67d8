/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.policy.PossibleLevels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;

/** Reads what a policy is for, also of one that cannot be read as a whole. */
final class PossibleLevelsReader {

    private PossibleLevelsReader() {}

    /** Empty when it cannot be told. */
    static Optional<ProtectionLevel> of(ComponentModel policy) {
        try {
            return Optional.of(new ComponentConfig(policy).level());
        } catch (InvalidComponentException unreadable) {
            return Optional.empty();
        }
    }

    /** All it may be for, of a policy that cannot be read as a whole. */
    static PossibleLevels possible(ComponentModel policy) {
        ComponentConfig config = new ComponentConfig(policy);
        return new PossibleLevels(
                Set.copyOf(values(config, ComponentConfig.JURISDICTION)),
                sensitivities(values(config, ComponentConfig.SENSITIVITY)));
    }

    private static List<String> values(ComponentConfig config, String field) {
        try {
            return config.list(field);
        } catch (InvalidComponentException unreadable) {
            return List.of();
        }
    }

    /** None, which stands for any, unless each of the words is known. */
    private static Set<Sensitivity> sensitivities(List<String> words) {
        Set<Sensitivity> known = Stream.of(Sensitivity.values())
                .filter(sensitivity -> words.contains(sensitivity.name()))
                .collect(Collectors.toSet());
        return known.size() == Set.copyOf(words).size() ? known : Set.of();
    }
}
