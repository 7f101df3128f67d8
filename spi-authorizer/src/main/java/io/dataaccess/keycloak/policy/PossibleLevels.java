/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy that cannot be read as a whole may be for. Example: one for US data whose sensitivity is misspelt may be for
 * US data of any.
 *
 * @param jurisdictions those that it names; none when it may be for any
 * @param sensitivities those that it names; none when it may be for any
 */
public record PossibleLevels(Set<String> jurisdictions, Set<Sensitivity> sensitivities) {

    public PossibleLevels {
        jurisdictions = Set.copyOf(jurisdictions);
        sensitivities = Set.copyOf(sensitivities);
    }

    /** This level and no other. */
    public static PossibleLevels of(ProtectionLevel level) {
        return new PossibleLevels(Set.of(level.jurisdiction()), Set.of(level.sensitivity()));
    }

    public boolean include(ProtectionLevel level) {
        return (jurisdictions.isEmpty() || jurisdictions.contains(level.jurisdiction()))
                && (sensitivities.isEmpty() || sensitivities.contains(level.sensitivity()));
    }

    /** The level; empty when several are possible. */
    public Optional<ProtectionLevel> only() {
        return jurisdictions.size() == 1 && sensitivities.size() == 1
                ? Optional.of(new ProtectionLevel(
                        jurisdictions.iterator().next(),
                        sensitivities.iterator().next()))
                : Optional.empty();
    }
}
