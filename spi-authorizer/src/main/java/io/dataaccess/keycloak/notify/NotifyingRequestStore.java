/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.notify.OutboxMail.Kind;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.RequestStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Enqueues a mail with every transition that somebody has to hear of, so that none can forget it. */
public final class NotifyingRequestStore implements RequestStore {

    private final RequestStore stored;
    private final MailOutbox outbox;

    public NotifyingRequestStore(RequestStore stored, MailOutbox outbox) {
        this.stored = stored;
        this.outbox = outbox;
    }

    @Override
    public void add(AccessRequest request) {
        stored.add(request);
        if (request.content().terms().urgent()) {
            outbox.postUrgent(Kind.WAITS, request.id(), request.id());
        } else {
            outbox.outbox(Kind.WAITS, request.id(), request.id());
        }
        outbox.outbox(Kind.EXPIRED, request.id(), request.id(), request.state().expiresAt());
    }

    @Override
    public void update(AccessRequest request) {
        Optional<AccessRequest> before = stored.find(request.id());
        stored.update(request);
        before.ifPresent(old -> compare(old, request));
    }

    @Override
    public void cancel(AccessRequest cancelled, Cancellation why) {
        stored.cancel(cancelled, why);
        outbox.outbox(mail(why), cancelled.id(), cancelled.id());
    }

    private static Kind mail(Cancellation why) {
        return switch (why) {
            case REVOKED -> Kind.CANCELLED_REVOKED;
            case OTHER_OWNER -> Kind.CANCELLED_BY_OWNER;
            case DELETED -> Kind.CANCELLED_DELETED;
            case RECLASSIFIED -> Kind.CANCELLED_RECLASSIFIED;
        };
    }

    private void compare(AccessRequest before, AccessRequest after) {
        RequestStatus status = after.state().status();
        if (status != before.state().status() && (status == RequestStatus.APPROVED || status == RequestStatus.DENIED)) {
            outbox.outbox(Kind.DECIDED, after.id(), after.id());
        }
        Optional<Instant> reminded = after.state().remindedAt();
        if (!reminded.equals(before.state().remindedAt())) {
            reminded.ifPresent(at -> outbox.outbox(Kind.REMINDER, after.id(), after.id() + ":" + at.toEpochMilli()));
        }
    }

    @Override
    public Optional<AccessRequest> lock(String id) {
        return stored.lock(id);
    }

    @Override
    public Optional<AccessRequest> find(String id) {
        return stored.find(id);
    }

    @Override
    public Optional<AccessRequest> lockPending(Access access) {
        return stored.lockPending(access);
    }

    @Override
    public long countPending(UserRef requester, Instant now) {
        return stored.countPending(requester, now);
    }

    @Override
    public List<Instant> filedAfter(UserRef requester, Instant time, String bundle) {
        return stored.filedAfter(requester, time, bundle);
    }

    @Override
    public void lockRequester(UserRef requester) {
        stored.lockRequester(requester);
    }

    @Override
    public Stream<AccessRequest> search(RequestFilter filter) {
        return stored.search(filter);
    }
}
