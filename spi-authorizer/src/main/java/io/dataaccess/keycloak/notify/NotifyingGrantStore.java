/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.Fingerprint;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.grant.GrantStore;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.notify.OutboxMail.Kind;
import io.dataaccess.keycloak.request.RequestStore;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.ContextSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Enqueues a mail with every transition of a grant that somebody has to hear of, so that none can forget it. */
public final class NotifyingGrantStore implements GrantStore {

    private static final Duration SHORTEST_NOTICE = Duration.ofMinutes(5);
    private static final Duration LONGEST_NOTICE = Duration.ofHours(1);

    private final GrantStore stored;
    private final RequestStore requests;
    private final MailOutbox outbox;

    public NotifyingGrantStore(GrantStore stored, RequestStore requests, MailOutbox outbox) {
        this.stored = stored;
        this.requests = requests;
        this.outbox = outbox;
    }

    @Override
    public void add(AccessGrant grant) {
        stored.add(grant);
        warning(grant.term(), approvals(grant))
                .ifPresent(due -> outbox.outbox(Kind.ENDS_SOON, grant.id(), grant.id(), due));
    }

    @Override
    public void update(AccessGrant grant) {
        Optional<AccessGrant> before = stored.find(grant.id());
        stored.update(grant);
        if (before.filter(old -> old.term().ending().isEmpty()).isPresent()) {
            grant.term()
                    .ending()
                    .ifPresent(ending -> outbox.outbox(kind(ending), grant.id(), thread(grant.access(), ending)));
        }
    }

    /** What nobody ended has ended with what it rested on. */
    private static Kind kind(Ending ending) {
        return ending.by().isPresent() ? Kind.REVOKED : Kind.DELETED;
    }

    /** How many people approved it: as many are asked again for an extension. */
    private int approvals(AccessGrant grant) {
        return requests.find(grant.approval().requestId())
                .map(request -> request.snapshot().required().stream()
                        .mapToInt(RequiredApproval::count)
                        .sum())
                .orElse(1);
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

    @Override
    public Optional<AccessGrant> lock(String id) {
        return stored.lock(id);
    }

    @Override
    public Optional<AccessGrant> find(String id) {
        return stored.find(id);
    }

    @Override
    public List<AccessGrant> runningAt(String subjectId, String clientId, Instant now) {
        return stored.runningAt(subjectId, clientId, now);
    }

    @Override
    public List<AccessGrant> runningOf(Collection<Access> accesses, Instant now) {
        return stored.runningOf(accesses, now);
    }

    @Override
    public List<AccessGrant> notOverAt(AccessFilter target, Instant now) {
        return stored.notOverAt(target, now);
    }

    @Override
    public List<AccessGrant> ofRequests(Collection<String> requestIds) {
        return stored.ofRequests(requestIds);
    }

    @Override
    public ContextIndex index(GrantFilter filter) {
        return stored.index(filter);
    }

    @Override
    public List<AccessGrant> page(GrantFilter filter, Optional<ContextSet> cases, PageRange page) {
        return stored.page(filter, cases, page);
    }

    @Override
    public long count(GrantFilter filter, Optional<ContextSet> cases) {
        return stored.count(filter, cases);
    }

    @Override
    public RecordedNames recordedNames() {
        return stored.recordedNames();
    }
}
