/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.policy.LoginRule;
import java.time.Clock;
import java.util.Optional;

/** Which login a decision will be checked by, before somebody takes it. */
public final class NeededLogins {

    private final Bench bench;
    private final Clock clock;

    public NeededLogins(Bench bench, Clock clock) {
        this.bench = bench;
        this.clock = clock;
    }

    /**
     * For a vote of this person, also one that takes an approval back; empty when no vote of theirs would be taken, whatever
     * the login.
     */
    public Optional<LoginRule> toDecide(Person person, AccessRequest request) {
        return Optional.of(request)
                .filter(pending -> pending.isPendingAt(clock.instant()))
                .filter(pending -> !pending.ask().concerns(person.user()))
                .flatMap(bench::panel)
                .filter(panel -> !panel.groupsOf(person).isEmpty())
                .map(bench::loginRule);
    }

    /** For revoking this grant; empty when there are no policies that ask for one. */
    public Optional<LoginRule> toRevoke(AccessGrant grant) {
        return bench.panel(grant).map(bench::loginRule);
    }
}
