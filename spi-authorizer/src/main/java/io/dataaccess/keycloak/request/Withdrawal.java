/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Selection;
import io.dataaccess.keycloak.access.Target;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Ends what is pending or granted, before its time. */
public final class Withdrawal {

    private static final int LONGEST_REASON = 2000;

    /** What rested on something that is gone: requests that were pending, grants that were running. */
    public record Ended(List<AccessRequest> requests, List<AccessGrant> grants) {

        public Ended {
            requests = List.copyOf(requests);
            grants = List.copyOf(grants);
        }
    }

    private final Records records;
    private final Bench bench;
    private final Clock clock;

    public Withdrawal(Records records, Bench bench, Clock clock) {
        this.records = records;
        this.bench = bench;
        this.clock = clock;
    }

    /**
     * The requester or subject takes a pending request back.
     *
     * @throws RejectedException when it is not theirs or not pending; nothing has changed
     */
    public AccessRequest cancel(String requestId, UserRef by) {
        return cancel(requestId, request -> request.ask().concerns(by));
    }

    /**
     * An owner of a service account takes back what another owner asked for it.
     *
     * @throws RejectedException when it is not for a service account or not pending; nothing has changed
     */
    public AccessRequest cancelForService(String requestId) {
        return cancel(requestId, request -> request.ask().isForService());
    }

    private AccessRequest cancel(String requestId, Predicate<AccessRequest> mayCancel) {
        AccessRequest request = records.requests()
                .lock(requestId)
                .filter(mayCancel)
                .orElseThrow(() -> new RejectedException(Rejection.NOT_FOUND, "There is no such request of yours"));
        if (!request.isPendingAt(clock.instant())) {
            throw new RejectedException(Rejection.NOT_PENDING, "This request is no longer pending");
        }
        return closed(request, RequestStatus.CANCELLED);
    }

    /**
     * The subject, or who requested it, hands the access back.
     *
     * @return what ended, this grant first
     * @throws RejectedException when it is not theirs or already over; nothing has changed
     */
    public List<AccessGrant> handBack(String grantId, UserRef by) {
        AccessGrant grant = records.grants()
                .lock(grantId)
                .filter(found -> isParty(found, by))
                .orElseThrow(
                        () -> new RejectedException(Rejection.NOT_FOUND, "There is no such access grant of yours"));
        return ended(grant, by, "handed back");
    }

    /**
     * An approver of its policy revokes a grant.
     *
     * @return what ended, this grant first
     * @throws RejectedException when they may not, or it is already over; nothing has changed
     * @throws LoginTooWeakException when they have to log in again; nothing has changed
     */
    public List<AccessGrant> revoke(String grantId, Voter by, String reason) {
        AccessGrant grant = lockGrant(grantId);
        Panel panel = bench.admit(bench.panel(grant), by);
        requireOpen(grant);
        bench.requireGoodLogin(panel, by);
        return ended(grant, by.person().user(), checked(reason));
    }

    /**
     * A policy admin revokes a grant, with a login as good as its policies ask of approvers; without policies any login
     * will do.
     *
     * @return what ended, this grant first
     * @throws RejectedException when it is already over; nothing has changed
     * @throws LoginTooWeakException when they have to log in again; nothing has changed
     */
    public List<AccessGrant> revokeAsPolicyAdmin(String grantId, Voter by, String reason) {
        AccessGrant grant = lockGrant(grantId);
        if (by.impersonated()) {
            throw new RejectedException(Rejection.IMPERSONATED, "Nobody revokes in an impersonated session");
        }
        requireOpen(grant);
        bench.panel(grant).ifPresent(panel -> bench.requireGoodLogin(panel, by));
        return ended(grant, by.person().user(), checked(reason));
    }

    /**
     * Ends all that rests on a user, client or scope that is being deleted, and cancels what a deleted user asked for
     * service accounts; names stay in the records. Requests come first: who votes holds the lock of the request until the
     * grant is stored, so that no grant is overlooked.
     */
    public Ended endAll(Target target, String reason) {
        List<AccessRequest> requests = pending(target).stream()
                .map(this::cancelIfPending)
                .filter(request -> request.course().status() == RequestStatus.CANCELLED)
                .toList();
        List<AccessGrant> grants = records.grants().notOverAt(target, clock.instant()).stream()
                .flatMap(grant -> records.grants().lock(grant.id()).stream())
                .filter(grant -> !grant.term().isOverAt(clock.instant()))
                .map(grant -> stored(grant.end(new Ending(clock.instant(), Optional.empty(), reason))))
                .toList();
        return new Ended(requests, grants);
    }

    private List<AccessRequest> pending(Target target) {
        Selection selection = target.subject().map(Selection::of).orElseGet(() -> Selection.of(target));
        When when = new When(Optional.of(RequestStatus.PENDING), clock.instant());
        return records.requests()
                .search(new RequestFilter(selection, when, Content.ANY, Order.OLDEST_FIRST))
                .toList();
    }

    /** Cancels the request if its scope has been reclassified since it was filed; else leaves it as it is. */
    public AccessRequest cancelIfReclassified(AccessRequest request) {
        if (!request.isPendingAt(clock.instant()) || !bench.isReclassified(request)) {
            return request;
        }
        return cancelIfPending(request);
    }

    /** The request as it stands once others who were at it are done. */
    private AccessRequest cancelIfPending(AccessRequest request) {
        return records.requests()
                .lock(request.id())
                .map(locked -> locked.isPendingAt(clock.instant()) ? closed(locked, RequestStatus.CANCELLED) : locked)
                .orElse(request);
    }

    private AccessRequest closed(AccessRequest request, RequestStatus status) {
        AccessRequest closed = request.close(status, clock.instant());
        records.requests().update(closed);
        return closed;
    }

    private AccessGrant lockGrant(String grantId) {
        return records.grants()
                .lock(grantId)
                .orElseThrow(() -> new RejectedException(Rejection.NOT_FOUND, "There is no such access grant"));
    }

    private boolean isParty(AccessGrant grant, UserRef user) {
        return grant.access().subject().isSameAs(user)
                || records.requests()
                        .find(grant.approval().requestId())
                        .filter(request -> request.ask().concerns(user))
                        .isPresent();
    }

    private List<AccessGrant> ended(AccessGrant grant, UserRef by, String reason) {
        requireOpen(grant);
        Ending ending = new Ending(clock.instant(), Optional.of(by), reason);
        return Stream.concat(
                        Stream.of(grant),
                        open(grant.access()).filter(other -> !other.id().equals(grant.id())))
                .map(open -> stored(open.end(ending)))
                .toList();
    }

    private AccessGrant stored(AccessGrant grant) {
        records.grants().update(grant);
        return grant;
    }

    /** All that runs, or will, for this access: an extension leaves several, and whoever ends one means the access. */
    private Stream<AccessGrant> open(Access access) {
        Target target = new Target(
                Optional.of(access.subject().id()),
                Optional.of(access.client().id()),
                Optional.of(access.scope().id()));
        return records.grants().notOverAt(target, clock.instant()).stream()
                .filter(grant -> grant.access().isSameAs(access));
    }

    private void requireOpen(AccessGrant grant) {
        if (grant.term().isOverAt(clock.instant())) {
            throw new RejectedException(Rejection.ALREADY_ENDED, "This access grant has already ended");
        }
    }

    private static String checked(String reason) {
        String stripped = reason.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_REASON || !Texts.isProse(stripped)) {
            throw new RejectedException(
                    Rejection.INVALID_COMMENT, "Give a reason of up to 2000 characters, without " + Texts.HIDDEN);
        }
        return stripped;
    }
}
