/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Approval;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.policy.Login;
import io.dataaccess.keycloak.policy.LoginRule;
import io.dataaccess.keycloak.policy.RefusalReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes votes, counts them anew each time, and decides the request. */
public final class Voting {

    private final Records records;
    private final Bench bench;
    private final Clock clock;

    public Voting(Records records, Bench bench, Clock clock) {
        this.records = records;
        this.bench = bench;
        this.clock = clock;
    }

    /**
     * Casts a vote.
     *
     * @return the request after it; CANCELLED when its scope has been reclassified meanwhile: then the vote was not
     *     taken, and the cancellation is to be kept
     * @throws RejectedException says why not; nothing has changed: also where it cannot be said now what the scope opens
     * @throws LoginTooWeakException when the voter has to log in again; nothing has changed
     */
    public AccessRequest cast(String requestId, Voter voter, Ballot ballot) {
        AccessRequest request = records.requests()
                .lock(requestId)
                .orElseThrow(() -> new RejectedException(Rejection.NOT_FOUND, "There is no such request"));
        // After the lock: its time may have come while others voted.
        Instant now = clock.instant();
        Panel panel = bench.admit(request, voter);
        if (!request.isPendingAt(now)) {
            throw new RejectedException(
                    Rejection.NOT_PENDING, "This request is no longer pending: it is " + request.statusAt(now));
        }
        if (bench.isReclassified(request)) {
            return cancelled(request, now);
        }
        requireClassified(request);
        bench.requireGoodLogin(panel, voter);
        BallotRules.check(request, voter.person().user(), ballot);
        Login login = bench.loginRule(panel).evidence(voter.login(), now);
        Evidence evidence = new Evidence(now, login, bench.attributesRead(panel, voter.person()));
        Vote vote = new Vote(voter.person().user(), ballot, evidence, Optional.empty());
        return stored(decided(with(request, vote), panel, now));
    }

    private AccessRequest cancelled(AccessRequest request, Instant now) {
        AccessRequest cancelled = request.close(RequestStatus.CANCELLED, now);
        records.requests().cancel(cancelled, Cancellation.RECLASSIFIED);
        return cancelled;
    }

    private void requireClassified(AccessRequest request) {
        if (!bench.isClassified(request.matter())) {
            throw new RejectedException(
                    Rejection.UNCLASSIFIED,
                    "What this scope opens cannot be said now, so nobody can decide: tell the operator. The request still waits");
        }
    }

    private AccessRequest stored(AccessRequest request) {
        records.requests().update(request);
        return request;
    }

    private static AccessRequest with(AccessRequest request, Vote vote) {
        List<Vote> votes = Stream.concat(request.course().votes().stream(), Stream.of(vote))
                .toList();
        return request.withVotes(votes);
    }

    private AccessRequest decided(AccessRequest request, Panel panel, Instant now) {
        Map<String, GroupRef> counted = count(request, panel);
        AccessRequest recounted = request.withVotes(request.course().votes().stream()
                .map(vote -> vote.countFor(
                        isStanding(vote, request)
                                ? Optional.ofNullable(
                                        counted.get(vote.approver().id()))
                                : Optional.empty()))
                .toList());
        if (request.course().votes().stream().anyMatch(vote -> vote.is(Choice.DENY))) {
            return recounted.close(RequestStatus.DENIED, now);
        }
        if (!bench.isReached(panel, counted)) {
            return recounted;
        }
        bench.ineligibility(request, panel).ifPresent(Voting::refuse);
        AccessRequest approved = recounted.close(RequestStatus.APPROVED, now);
        records.grants().add(grantFor(approved, panel, now));
        return approved;
    }

    private Map<String, GroupRef> count(AccessRequest request, Panel panel) {
        LoginRule logins = bench.loginRule(panel);
        List<String> approving = request.course().votes().stream()
                .filter(vote -> isStanding(vote, request))
                .filter(vote -> !request.ask().concerns(vote.approver()))
                .filter(vote ->
                        logins.isMetBy(vote.evidence().login(), vote.evidence().votedAt()))
                .map(vote -> vote.approver().id())
                .toList();
        return bench.count(panel, approving);
    }

    /** An approval stands unless the same person has denied since. */
    private static boolean isStanding(Vote vote, AccessRequest request) {
        return vote.is(Choice.APPROVE)
                && request.voteOf(vote.approver(), Choice.DENY).isEmpty();
    }

    private static void refuse(RefusalReason reason) {
        throw new RejectedException(
                reason == RefusalReason.NOT_ELIGIBLE ? Rejection.NOT_ELIGIBLE : Rejection.UNDECIDABLE,
                "This access is not open to the subject or the requester any more, or that cannot be checked; you may deny the request");
    }

    private static AccessGrant grantFor(AccessRequest request, Panel panel, Instant now) {
        Approval approval = new Approval(
                request.id(), request.ask().reason().purpose(), request.frozen().categories());
        Term term = new Term(now, now.plus(request.grantedDuration(panel.longest())), Optional.empty());
        return new AccessGrant(UUID.randomUUID().toString(), request.access(), approval, term);
    }
}
