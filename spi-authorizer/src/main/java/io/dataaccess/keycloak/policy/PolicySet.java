/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All approval policies of a realm.
 *
 * @param policies those that can be read
 * @param unreadable what those may be for that cannot: nothing is decided there
 */
public record PolicySet(List<ApprovalPolicy> policies, Collection<PossibleLevels> unreadable) {

    public PolicySet {
        policies = List.copyOf(policies);
        unreadable = List.copyOf(unreadable);
    }

    /** The policies of these categories; empty unless there is exactly one for each. */
    public Optional<ApplicablePolicies> covering(List<DataCategory> categories) {
        List<ProtectionLevel> levels =
                categories.stream().map(DataCategory::level).distinct().toList();
        List<ApprovalPolicy> found =
                levels.stream().flatMap(level -> only(level).stream()).toList();
        return levels.isEmpty() || found.size() != levels.size()
                ? Optional.empty()
                : Optional.of(new ApplicablePolicies(found));
    }

    /** How many policies there are for this level, those included that may be for it. */
    public long count(ProtectionLevel level) {
        return of(level).count()
                + unreadable.stream()
                        .filter(possible -> possible.include(level))
                        .count();
    }

    private Optional<ApprovalPolicy> only(ProtectionLevel level) {
        return count(level) == 1 ? of(level).findFirst() : Optional.empty();
    }

    private Stream<ApprovalPolicy> of(ProtectionLevel level) {
        return policies.stream().filter(policy -> policy.level().equals(level));
    }
}
