/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.RequestStore;
import io.dataaccess.keycloak.session.Letter.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Posts a letter with every transition that somebody has to hear of, so that none can forget it. */
final class MailedRequests implements RequestStore {

    private final RequestStore stored;
    private final Postbox post;

    MailedRequests(RequestStore stored, Postbox post) {
        this.stored = stored;
        this.post = post;
    }

    @Override
    public void add(AccessRequest request) {
        stored.add(request);
        if (request.ask().wish().urgent()) {
            post.postUrgent(Kind.WAITS, request.id(), request.id());
        } else {
            post.post(Kind.WAITS, request.id(), request.id());
        }
        post.post(
                Kind.EXPIRED,
                request.id(),
                request.id(),
                request.course().times().expiresAt());
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
        post.post(letter(why), cancelled.id(), cancelled.id());
    }

    private static Kind letter(Cancellation why) {
        return switch (why) {
            case REVOKED -> Kind.CANCELLED_REVOKED;
            case OTHER_OWNER -> Kind.CANCELLED_BY_OWNER;
            case DELETED -> Kind.CANCELLED_DELETED;
            case RECLASSIFIED -> Kind.CANCELLED_RECLASSIFIED;
        };
    }

    private void compare(AccessRequest before, AccessRequest after) {
        RequestStatus status = after.course().status();
        if (status != before.course().status()
                && (status == RequestStatus.APPROVED || status == RequestStatus.DENIED)) {
            post.post(Kind.DECIDED, after.id(), after.id());
        }
        Optional<Instant> reminded = after.course().times().remindedAt();
        if (!reminded.equals(before.course().times().remindedAt())) {
            reminded.ifPresent(at -> post.post(Kind.REMINDER, after.id(), after.id() + ":" + at.toEpochMilli()));
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
