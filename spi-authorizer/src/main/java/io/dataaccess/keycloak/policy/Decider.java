/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.condition.ConditionInput;
import io.dataaccess.keycloak.condition.Environment;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantStore;
import io.dataaccess.keycloak.policy.ScopeDecision.Known;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The decision: for each guarded scope the rules in their order, the first that applies ends it. Deny wins; whatever is
 * unknown is refused.
 */
public final class Decider {

    private final RealmRules rules;
    private final GrantStore grants;
    private final Clock clock;

    public Decider(RealmRules rules, GrantStore grants, Clock clock) {
        this.rules = rules;
        this.grants = grants;
        this.clock = clock;
    }

    public Decision decide(DecisionQuery query) {
        Instant now = clock.instant();
        RunningGrants running = new RunningGrants(
                query,
                now,
                () -> grants.runningAt(
                        query.subject().user().id(), query.client().id(), now));
        return new Decision(query.scopes().stream()
                .map(scope -> decide(query, scope, running, now))
                .toList());
    }

    /**
     * Until when this grant opens its scope, as the rules stand now; empty when it does not. No other grant is read, and
     * what needs none now is open as long as this one runs.
     *
     * @param query about the subject, client and scope of the grant
     */
    public Optional<Instant> usableUntil(AccessGrant grant, DecisionQuery query) {
        Instant now = clock.instant();
        RunningGrants running = new RunningGrants(query, now, () -> List.of(grant));
        return query.scopes().stream()
                .filter(scope -> grant.isActiveAt(now))
                .map(scope -> decide(query, scope, running, now))
                .flatMap(decision -> decision.isAllowedWithoutGrant()
                        ? Stream.of(grant.term().until())
                        : decision.until().stream())
                .findFirst();
    }

    private ScopeDecision decide(DecisionQuery query, GuardedScope scope, RunningGrants running, Instant now) {
        Optional<List<DataCategory>> categories = rules.classification().categoriesOf(scope);
        if (categories.isEmpty()) {
            return ScopeDecision.refused(scope, new Known(List.of(), Optional.empty()), RefusalReason.UNCLASSIFIED);
        }
        Optional<ApplicablePolicies> policies = rules.policies().covering(categories.get());
        Known known = new Known(categories.get(), policies);
        if (policies.isEmpty()) {
            return ScopeDecision.refused(scope, known, RefusalReason.NO_POLICY);
        }
        if (query.impersonated()) {
            return ScopeDecision.refused(scope, known, RefusalReason.IMPERSONATED);
        }
        ConditionInput input = input(query, scope, now);
        Optional<RefusalReason> barred = policies.get().ineligibility(input);
        if (barred.isPresent()) {
            return ScopeDecision.refused(scope, known, barred.get());
        }
        if (policies.get().askForNoApproval(input)) {
            return new ScopeDecision(scope, known, Optional.empty(), Optional.empty());
        }
        Optional<AccessGrant> grant = running.covering(scope, categories.get(), policies.get());
        return grant.isPresent()
                ? new ScopeDecision(scope, known, Optional.empty(), grant)
                : ScopeDecision.refused(scope, known, RefusalReason.APPROVAL_REQUIRED);
    }

    private static ConditionInput input(DecisionQuery query, GuardedScope scope, Instant now) {
        return new ConditionInput(
                query.subject(),
                Optional.empty(),
                new Environment(query.client().clientId(), scope.ref().name(), now, ""));
    }

    static Instant endOf(AccessGrant grant, ApplicablePolicies policies) {
        Instant longest = grant.term().from().plus(policies.durations().maxDuration());
        return longest.isBefore(grant.term().until()) ? longest : grant.term().until();
    }

    /** The subject's grants through the client: read once, and only when a rule asks. */
    private static final class RunningGrants {

        private final DecisionQuery query;
        private final Instant now;
        private final Supplier<List<AccessGrant>> grants;
        private Optional<List<AccessGrant>> read = Optional.empty();

        RunningGrants(DecisionQuery query, Instant now, Supplier<List<AccessGrant>> grants) {
            this.query = query;
            this.now = now;
            this.grants = grants;
        }

        Optional<AccessGrant> covering(GuardedScope scope, List<DataCategory> categories, ApplicablePolicies policies) {
            // Some databases compare without regard to case: ids of federated users differ in nothing else.
            Access wanted = new Access(query.subject().user(), query.client(), scope.ref());
            return all().stream()
                    .filter(grant -> grant.access().isSameAs(wanted))
                    .filter(grant -> grant.isActiveAt(now))
                    .filter(grant -> grant.approval().coversAll(categories))
                    .filter(grant -> endOf(grant, policies).isAfter(now))
                    .max(Comparator.comparing(grant -> endOf(grant, policies)));
        }

        private List<AccessGrant> all() {
            if (read.isEmpty()) {
                read = Optional.of(grants.get());
            }
            return read.get();
        }
    }
}
