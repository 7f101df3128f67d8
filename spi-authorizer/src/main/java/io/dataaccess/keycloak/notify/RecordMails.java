/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Fingerprint;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.notify.OutboxMail.Kind;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RecordListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Enqueues a mail for each change of a request or grant that somebody has to hear of. */
public final class RecordMails implements RecordListener {

    private static final Duration SHORTEST_NOTICE = Duration.ofMinutes(5);
    private static final Duration LONGEST_NOTICE = Duration.ofHours(1);

    private final MailOutbox outbox;

    public RecordMails(MailOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void filed(AccessRequest request) {
        if (request.content().urgent()) {
            outbox.enqueueUrgent(Kind.WAITS, request.id(), request.id());
        } else {
            outbox.enqueue(Kind.WAITS, request.id(), request.id());
        }
        outbox.enqueue(Kind.EXPIRED, request.id(), request.id(), request.state().expiresAt());
    }

    /** Who asked hears of the decision; approvers see the vote in their list. */
    @Override
    public void voted(AccessRequest request, Vote vote) {}

    @Override
    public void decided(AccessRequest request, Optional<AccessGrant> grant) {
        outbox.enqueue(Kind.DECIDED, request.id(), request.id());
        grant.ifPresent(given -> warning(given.term(), approvals(request))
                .ifPresent(due -> outbox.enqueue(Kind.ENDS_SOON, given.id(), given.id(), due)));
    }

    @Override
    public void cancelled(AccessRequest request) {
        request.state()
                .cancellation()
                .flatMap(RecordMails::kind)
                .ifPresent(kind -> outbox.enqueue(kind, request.id(), request.id()));
    }

    /** Who takes a request back knows it. */
    private static Optional<Kind> kind(Cancellation why) {
        return switch (why) {
            case WITHDRAWN -> Optional.empty();
            case REVOKED -> Optional.of(Kind.CANCELLED_REVOKED);
            case OTHER_OWNER -> Optional.of(Kind.CANCELLED_BY_OWNER);
            case DELETED -> Optional.of(Kind.CANCELLED_DELETED);
            case RECLASSIFIED -> Optional.of(Kind.CANCELLED_RECLASSIFIED);
        };
    }

    @Override
    public void reminded(AccessRequest request) {
        request.state()
                .remindedAt()
                .ifPresent(at -> outbox.enqueue(Kind.REMINDER, request.id(), request.id() + ":" + at.toEpochMilli()));
    }

    @Override
    public void ended(AccessGrant grant) {
        grant.term()
                .ending()
                .ifPresent(ending -> outbox.enqueue(kind(ending), grant.id(), thread(grant.access(), ending)));
    }

    /** What nobody ended has ended with what it rested on. */
    private static Kind kind(Ending ending) {
        return ending.by().isPresent() ? Kind.REVOKED : Kind.DELETED;
    }

    /** How many people approved it: as many are asked again for an extension. */
    private static int approvals(AccessRequest request) {
        return request.snapshot().required().stream()
                .mapToInt(RequiredApproval::count)
                .sum();
    }

    /**
     * An eighth of its life before the end for each approval that an extension needs, but at most half of it; nothing for
     * one that is too short for a single approval.
     */
    static Optional<Instant> warning(Term term, int approvals) {
        Duration life = Duration.between(term.from(), term.until());
        Duration notice = life.dividedBy(8);
        notice = notice.compareTo(SHORTEST_NOTICE) < 0 ? SHORTEST_NOTICE : notice;
        notice = notice.compareTo(LONGEST_NOTICE) > 0 ? LONGEST_NOTICE : notice;
        Duration half = life.dividedBy(2);
        Duration early = notice.multipliedBy(Math.max(1, approvals));
        return notice.compareTo(half) > 0
                ? Optional.empty()
                : Optional.of(term.until().minus(early.compareTo(half) > 0 ? half : early));
    }

    /** Whoever ends an access ends all grants of it: one mail is enough. */
    private static String thread(Access access, Ending ending) {
        String ids = Fingerprint.of(
                access.subject().id(), access.client().id(), access.scope().id());
        return ids + ":" + ending.at().toEpochMilli();
    }
}
