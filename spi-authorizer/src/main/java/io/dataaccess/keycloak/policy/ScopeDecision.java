/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.grant.AccessGrant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer for one guarded scope.
 *
 * @param known what could be found out about the scope
 * @param refusal why it is refused; empty when it is allowed
 * @param grant the grant it rests on; empty when refused or allowed without one
 */
public record ScopeDecision(
        GuardedScope scope, Known known, Optional<RefusalReason> refusal, Optional<AccessGrant> grant) {

    /**
     * What is known of a scope.
     *
     * @param categories its categories; empty when unclassified
     * @param policies their policies; empty when there are none
     */
    public record Known(List<DataCategory> categories, Optional<ApplicablePolicies> policies) {

        public Known {
            categories = List.copyOf(categories);
        }
    }

    static ScopeDecision refused(GuardedScope scope, Known known, RefusalReason reason) {
        return new ScopeDecision(scope, known, Optional.of(reason), Optional.empty());
    }

    public boolean isAllowed() {
        return refusal.isEmpty();
    }

    public boolean isAllowedWithoutGrant() {
        return isAllowed() && grant.isEmpty();
    }

    /** When the access ends: the grant's end, cut at the policies' longest duration; empty without a grant. */
    public Optional<Instant> until() {
        return grant.flatMap(running -> known.policies().map(policies -> Decider.endOf(running, policies)));
    }

    Optional<Instant> tokenEnd(Instant now) {
        return known.policies()
                .map(policies -> now.plus(policies.durations().maxTokenLifespan()))
                .map(cap -> until().filter(cap::isAfter).orElse(cap));
    }
}
