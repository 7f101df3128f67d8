/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TextRules;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.ApproverSet;
import io.dataaccess.keycloak.approver.Approvers;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Ends what is pending or granted, before its time. */
public final class AccessEnding {

    private final RecordStores records;
    private final Approvers approvers;
    private final Clock clock;

    public AccessEnding(RecordStores records, Approvers approvers, Clock clock) {
        this.records = records;
        this.approvers = approvers;
        this.clock = clock;
    }

    /**
     * The requester or subject takes a pending request back.
     *
     * @throws RejectedException when it is not theirs or not pending; nothing has changed
     */
    public AccessRequest cancel(String requestId, UserRef by) {
        return cancelled(pending(requestId, found -> found.content().concerns(by)), Cancellation.WITHDRAWN);
    }

    /**
     * An owner of a service account takes back what another owner asked for it, who is told.
     *
     * @throws RejectedException when it is not for a service account or not pending; nothing has changed
     */
    public AccessRequest cancelForService(String requestId) {
        return cancelled(pending(requestId, request -> request.content().isForService()), Cancellation.OTHER_OWNER);
    }

    private AccessRequest pending(String requestId, Predicate<AccessRequest> mayCancel) {
        return records.requests()
                .lock(requestId)
                .filter(mayCancel)
                .map(this::requirePending)
                .orElseThrow(() -> new RejectedException(Rejection.NOT_FOUND, "There is no such request of yours"));
    }

    private AccessRequest requirePending(AccessRequest request) {
        if (!request.isPendingAt(clock.instant())) {
            throw new RejectedException(Rejection.NOT_PENDING, "This request is no longer pending");
        }
        return request;
    }

    /**
     * The subject, or who requested it, hands the access back. What is pending for it goes on.
     *
     * @return what ended, this grant first
     * @throws RejectedException when it is not theirs or already over; nothing has changed
     */
    public List<AccessGrant> handBack(String grantId, UserRef by) {
        AccessGrant grant = records.grants()
                .find(grantId)
                .filter(found -> isParty(found, by))
                .orElseThrow(
                        () -> new RejectedException(Rejection.NOT_FOUND, "There is no such access grant of yours"));
        return new Holding(lockAll(grant), Optional.empty())
                .end(by, "handed back")
                .grants();
    }

    /**
     * An approver of its policy revokes a grant, and with it what is pending for the same access.
     *
     * @return what ended, this grant first
     * @throws RejectedException when they may not, or it is already over; nothing has changed
     * @throws LoginTooWeakException when they have to log in again; nothing has changed
     */
    public EndedRecords revoke(String grantId, Voter by, String reason) {
        Holding holding = lock(grantId);
        ApproverSet set = Approvers.admit(approvers.of(holding.grant()), by);
        holding.requireOpen();
        set.requireGoodLogin(by);
        return holding.end(by.person().user(), TextRules.reason(reason));
    }

    /**
     * A policy admin revokes a grant, with a login as good as its policies ask of approvers; without policies any login
     * will do.
     *
     * @return what ended, this grant first
     * @throws RejectedException when it is already over; nothing has changed
     * @throws LoginTooWeakException when they have to log in again; nothing has changed
     */
    public EndedRecords revokeAsPolicyAdmin(String grantId, Voter by, String reason) {
        Holding holding = lock(grantId);
        if (by.impersonated()) {
            throw new RejectedException(Rejection.IMPERSONATED, "Nobody revokes in an impersonated session");
        }
        holding.requireOpen();
        approvers.of(holding.grant()).ifPresent(set -> set.requireGoodLogin(by));
        return holding.end(by.person().user(), TextRules.reason(reason));
    }

    /**
     * Ends all that rests on a user, client or scope that is being deleted, and cancels what a deleted user asked for
     * service accounts; names stay in the records, and requesters are told. Requests come first: who votes holds the lock
     * of the request until the grant is stored, so that no grant is overlooked.
     */
    public EndedRecords endAll(AccessFilter target, String reason) {
        List<AccessRequest> requests = pending(target).stream()
                .map(this::cancelIfPending)
                .filter(request -> request.state().status() == RequestStatus.CANCELLED)
                .toList();
        List<AccessGrant> grants = records.grants().notOverAt(target, clock.instant()).stream()
                .map(AccessGrant::id)
                .sorted()
                .flatMap(id -> records.grants().lock(id).stream())
                .filter(grant -> !grant.term().isOverAt(clock.instant()))
                .map(grant -> records.end(grant.end(new Ending(clock.instant(), Optional.empty(), reason))))
                .toList();
        return new EndedRecords(requests, grants);
    }

    private List<AccessRequest> pending(AccessFilter target) {
        RecordFilter selection = target.subject().map(RecordFilter::of).orElseGet(() -> RecordFilter.of(target));
        When when = new When(Optional.of(RequestStatus.PENDING), clock.instant());
        return records.requests()
                .search(new RequestFilter(selection, when, Content.ANY, Order.OLDEST_FIRST))
                .sorted(Comparator.comparing(AccessRequest::id))
                .toList();
    }

    /** The request as it stands once others who were at it are done. */
    private AccessRequest cancelIfPending(AccessRequest request) {
        return records.requests()
                .lock(request.id())
                .map(locked -> locked.isPendingAt(clock.instant()) ? cancelled(locked, Cancellation.DELETED) : locked)
                .orElse(request);
    }

    private AccessRequest cancelled(AccessRequest request, Cancellation why) {
        AccessRequest cancelled = request.cancel(why, clock.instant());
        records.cancel(cancelled);
        return cancelled;
    }

    /**
     * All that ends with this grant, locked. What is pending comes first: who votes holds the lock of the request until
     * the grant is stored, so that either the vote finds the request cancelled, or its grant is among those that end.
     */
    private Holding lock(String grantId) {
        AccessGrant grant = records.grants()
                .find(grantId)
                .orElseThrow(() -> new RejectedException(Rejection.NOT_FOUND, "There is no such access grant"));
        Optional<AccessRequest> pending = records.requests().lockPending(grant.access());
        return new Holding(lockAll(grant), pending);
    }

    /** This grant first, then all others of its access that run, or will: an extension leaves several. */
    private List<AccessGrant> lockAll(AccessGrant named) {
        // In the same order everywhere, so that nobody waits for somebody who waits.
        return Stream.concat(Stream.of(named), open(named.access()))
                .map(AccessGrant::id)
                .distinct()
                .sorted()
                .flatMap(id -> records.grants().lock(id).stream())
                .sorted(Comparator.comparing(grant -> !grant.id().equals(named.id())))
                .toList();
    }

    /** Whether this user holds the grant or requested it. */
    public boolean isParty(AccessGrant grant, UserRef user) {
        return grant.access().subject().isSameAs(user)
                || records.requests()
                        .find(grant.approval().requestId())
                        .filter(request -> request.content().concerns(user))
                        .isPresent();
    }

    private Stream<AccessGrant> open(Access access) {
        return records.grants().notOverAt(AccessFilter.of(access), clock.instant()).stream()
                .filter(grant -> grant.access().isSameAs(access));
    }

    /** What there is of one access, locked: whoever ends one grant means all of it. */
    private final class Holding {

        private final List<AccessGrant> grants;
        private final Optional<AccessRequest> pending;

        Holding(List<AccessGrant> grants, Optional<AccessRequest> pending) {
            this.grants = grants;
            this.pending = pending;
        }

        /** The one that was named. */
        AccessGrant grant() {
            return grants.get(0);
        }

        void requireOpen() {
            if (grant().term().isOverAt(clock.instant())) {
                throw new RejectedException(Rejection.ALREADY_ENDED, "This access grant has already ended");
            }
        }

        EndedRecords end(UserRef by, String reason) {
            requireOpen();
            Instant now = clock.instant();
            Ending ending = new Ending(now, Optional.of(by), reason);
            List<AccessRequest> cancelled = pending
                    .filter(request -> request.isPendingAt(now))
                    .map(request -> request.cancel(Cancellation.REVOKED, now))
                    .stream()
                    .toList();
            cancelled.forEach(records::cancel);
            return new EndedRecords(
                    cancelled,
                    grants.stream()
                            .filter(grant -> !grant.term().isOverAt(now))
                            .map(grant -> records.end(grant.end(ending)))
                            .toList());
        }
    }
}
