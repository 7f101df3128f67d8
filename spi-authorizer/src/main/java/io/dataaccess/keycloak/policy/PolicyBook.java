/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All approval policies of a realm.
 *
 * @param policies those that can be read
 * @param unreadable the levels of those that cannot: nothing is decided there
 */
public record PolicyBook(List<ApprovalPolicy> policies, Collection<Level> unreadable) {

    public PolicyBook {
        policies = List.copyOf(policies);
        unreadable = List.copyOf(unreadable);
    }

    /** The policies of these categories; empty unless there is exactly one for each. */
    public Optional<Policies> covering(List<DataCategory> categories) {
        List<Level> levels =
                categories.stream().map(DataCategory::level).distinct().toList();
        List<ApprovalPolicy> found =
                levels.stream().flatMap(level -> only(level).stream()).toList();
        return levels.isEmpty() || found.size() != levels.size() ? Optional.empty() : Optional.of(new Policies(found));
    }

    private Optional<ApprovalPolicy> only(Level level) {
        List<ApprovalPolicy> found =
                policies.stream().filter(policy -> policy.level().equals(level)).toList();
        return found.size() == 1 && !unreadable.contains(level) ? Optional.of(found.get(0)) : Optional.empty();
    }
}
