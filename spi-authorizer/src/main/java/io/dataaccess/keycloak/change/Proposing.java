/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TextRules;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfigurationChange;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes proposals of policy admins, and takes them back. */
public final class Proposing {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2000;
    /** In a realm: whoever looks at one is told which others it overlaps. */
    private static final int MOST_PENDING = 100;

    private final ChangeRecords records;
    private final ConfigurationInForce inForce;
    private final Clock clock;

    public Proposing(ChangeRecords records, ConfigurationInForce inForce, Clock clock) {
        this.records = records;
        this.inForce = inForce;
        this.clock = clock;
    }

    /**
     * Files a change request.
     *
     * @param content a configuration that could be saved
     * @throws RejectedException says why not; nothing has changed
     */
    public ChangeRequest propose(UserRef proposer, String reason, Configuration content, boolean required) {
        InForce current = inForce.current();
        ProposedConfiguration proposed = ProposedConfiguration.of(current, content, required);
        if (!proposed.isDifferent()) {
            throw new RejectedException(Rejection.NOTHING_CHANGED, "This is what is in force already");
        }
        String text = reason(reason);
        Instant now = clock.instant();
        if (records.changes().count(Optional.of(RequestStatus.PENDING), now) >= MOST_PENDING) {
            throw new RejectedException(
                    Rejection.TOO_MANY_PENDING, "There are " + MOST_PENDING + " changes waiting: decide some first");
        }
        return records.propose(
                new ChangeRequest(UUID.randomUUID().toString(), proposer, text, proposed, ChangeState.pending(now)));
    }

    /**
     * The reason of a change or a lock, stripped.
     *
     * @throws RejectedException when it says too little, too much, or what cannot be seen
     */
    public static String reason(String text) {
        String stripped = TextRules.stripped(text);
        if (TextRules.visible(stripped) < SHORTEST_REASON
                || stripped.codePointCount(0, stripped.length()) > LONGEST_REASON
                || !TextRules.isProse(stripped)) {
            throw new RejectedException(
                    Rejection.INVALID_JUSTIFICATION,
                    "Give a reason of 10 to 2000 characters, without " + TextRules.HIDDEN);
        }
        return stripped;
    }

    /**
     * Takes one's own back.
     *
     * @throws RejectedException when it is another's, or no longer pending
     */
    public ChangeRequest cancel(String id, UserRef proposer) {
        ChangeRequest change = records.lock(id);
        Instant now = clock.instant();
        if (!change.proposer().isSameAs(proposer)) {
            throw new RejectedException(
                    Rejection.NOT_THE_PROPOSER, "Who proposed a change takes it back; you may deny it");
        }
        if (!change.isPendingAt(now)) {
            throw new RejectedException(
                    Rejection.NOT_PENDING, "This change is no longer pending: it is " + change.statusAt(now));
        }
        return records.cancel(change.close(RequestStatus.CANCELLED, now));
    }

    /** The ids of the other pending changes that are about something that this one is about as well. */
    public List<String> overlaps(ChangeRequest change) {
        Instant now = clock.instant();
        if (!change.isPendingAt(now)) {
            return List.of();
        }
        Set<String> own = touched(change);
        return records.changes().page(Optional.of(RequestStatus.PENDING), now, new PageRange(0, MOST_PENDING)).stream()
                .filter(other -> !other.id().equals(change.id()))
                .filter(other -> !Collections.disjoint(own, touched(other)))
                .map(ChangeRequest::id)
                .toList();
    }

    private static Set<String> touched(ChangeRequest change) {
        return change.proposed().difference().changes().stream()
                .map(Proposing::element)
                .collect(Collectors.toSet());
    }

    private static String element(ConfigurationChange change) {
        return change.kind() + " " + change.name();
    }
}
