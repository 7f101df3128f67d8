/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.condition.Circumstance;
import io.dataaccess.keycloak.condition.Facts;
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

    private final Rulebook rules;
    private final GrantStore grants;
    private final Clock clock;

    public Decider(Rulebook rules, GrantStore grants, Clock clock) {
        this.rules = rules;
        this.grants = grants;
        this.clock = clock;
    }

    public Decision decide(Question question) {
        Instant now = clock.instant();
        RunningGrants running = new RunningGrants(
                question,
                now,
                () -> grants.runningAt(
                        question.subject().user().id(), question.client().id(), now));
        return new Decision(question.scopes().stream()
                .map(scope -> decide(question, scope, running, now))
                .toList());
    }

    /**
     * Until when this grant opens its scope, as the rules stand now; empty when it does not. No other grant is read, and
     * what needs none now is open as long as this one runs.
     *
     * @param question about the subject, client and scope of the grant
     */
    public Optional<Instant> usableUntil(AccessGrant grant, Question question) {
        Instant now = clock.instant();
        RunningGrants running = new RunningGrants(question, now, () -> List.of(grant));
        return question.scopes().stream()
                .filter(scope -> grant.isActiveAt(now))
                .map(scope -> decide(question, scope, running, now))
                .flatMap(decision -> decision.isAllowedWithoutGrant()
                        ? Stream.of(grant.term().until())
                        : decision.until().stream())
                .findFirst();
    }

    private ScopeDecision decide(Question question, GuardedScope scope, RunningGrants running, Instant now) {
        Optional<List<DataCategory>> categories = rules.classification().categoriesOf(scope);
        if (categories.isEmpty()) {
            return ScopeDecision.refused(scope, new Known(List.of(), Optional.empty()), RefusalReason.UNCLASSIFIED);
        }
        Optional<Policies> policies = rules.policies().covering(categories.get());
        Known known = new Known(categories.get(), policies);
        if (policies.isEmpty()) {
            return ScopeDecision.refused(scope, known, RefusalReason.NO_POLICY);
        }
        if (question.impersonated()) {
            return ScopeDecision.refused(scope, known, RefusalReason.IMPERSONATED);
        }
        Facts facts = facts(question, scope, now);
        Optional<RefusalReason> barred = policies.get().ineligibility(facts);
        if (barred.isPresent()) {
            return ScopeDecision.refused(scope, known, barred.get());
        }
        if (policies.get().askForNoApproval(facts)) {
            return new ScopeDecision(scope, known, Optional.empty(), Optional.empty());
        }
        Optional<AccessGrant> grant = running.covering(scope, categories.get(), policies.get());
        return grant.isPresent()
                ? new ScopeDecision(scope, known, Optional.empty(), grant)
                : ScopeDecision.refused(scope, known, RefusalReason.APPROVAL_REQUIRED);
    }

    private static Facts facts(Question question, GuardedScope scope, Instant now) {
        return new Facts(
                question.subject(),
                Optional.empty(),
                new Circumstance(question.client().clientId(), scope.ref().name(), now, ""));
    }

    static Instant endOf(AccessGrant grant, Policies policies) {
        Instant longest = grant.term().from().plus(policies.durations().longest());
        return longest.isBefore(grant.term().until()) ? longest : grant.term().until();
    }

    /** The subject's grants through the client: read once, and only when a rule asks. */
    private static final class RunningGrants {

        private final Question question;
        private final Instant now;
        private final Supplier<List<AccessGrant>> grants;
        private Optional<List<AccessGrant>> read = Optional.empty();

        RunningGrants(Question question, Instant now, Supplier<List<AccessGrant>> grants) {
            this.question = question;
            this.now = now;
            this.grants = grants;
        }

        Optional<AccessGrant> covering(GuardedScope scope, List<DataCategory> categories, Policies policies) {
            // Some databases compare without regard to case: ids of federated users differ in nothing else.
            Access wanted = new Access(question.subject().user(), question.client(), scope.ref());
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
