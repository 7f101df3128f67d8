/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.ApproverSet;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteEvidence;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Approval;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.policy.Login;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.RequiredLogins;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes votes, counts them anew each time, and decides the request. */
public final class Voting {

    private final RecordStores records;
    private final RequestApprovers approvers;
    private final Clock clock;

    /**
     * What a vote led to.
     *
     * @param request as it stands after it
     * @param grant what the request gave, if this vote approved it
     */
    public record VoteResult(AccessRequest request, Optional<AccessGrant> grant) {

        VoteResult(AccessRequest request) {
            this(request, Optional.empty());
        }
    }

    public Voting(RecordStores records, RequestApprovers approvers, Clock clock) {
        this.records = records;
        this.approvers = approvers;
        this.clock = clock;
    }

    /**
     * Casts a vote.
     *
     * @return the request after it, and the grant if it approved it; CANCELLED when its scope has been reclassified
     *     meanwhile: then the vote was not taken, and the cancellation is to be kept
     * @throws RejectedException says why not; nothing has changed: also where it cannot be said now what the scope opens
     * @throws LoginTooWeakException when the voter has to log in again; nothing has changed
     */
    public VoteResult cast(String requestId, Voter voter, VoteInput input) {
        AccessRequest request = records.requests()
                .lock(requestId)
                .orElseThrow(() -> new RejectedException(Rejection.NOT_FOUND, "There is no such request"));
        // After the lock: its time may have come while others voted.
        Instant now = clock.instant();
        ApproverSet set = approvers.admit(request, voter);
        if (!request.isPendingAt(now)) {
            throw new RejectedException(
                    Rejection.NOT_PENDING, "This request is no longer pending: it is " + request.statusAt(now));
        }
        if (approvers.isReclassified(request)) {
            return new VoteResult(cancelled(request, now));
        }
        approvers.requireClassified(request);
        set.requireGoodLogin(voter);
        VoteRules.check(request, voter.person().user(), input);
        Login login = set.requiredLogins().evidence(voter.login(), now);
        VoteEvidence evidence = new VoteEvidence(now, login, set.attributesRead(voter.person()));
        Vote vote = new Vote(voter.person().user(), input, evidence, Optional.empty());
        return decided(with(request, vote), set, now);
    }

    private AccessRequest cancelled(AccessRequest request, Instant now) {
        AccessRequest cancelled = request.cancel(Cancellation.RECLASSIFIED, now);
        records.cancel(cancelled);
        return cancelled;
    }

    private static AccessRequest with(AccessRequest request, Vote vote) {
        List<Vote> votes =
                Stream.concat(request.state().votes().stream(), Stream.of(vote)).toList();
        return request.withVotes(votes);
    }

    private VoteResult decided(AccessRequest request, ApproverSet set, Instant now) {
        Map<String, GroupRef> counted = count(request, set);
        AccessRequest recounted = request.withVotes(request.state().votes().stream()
                .map(vote -> vote.countFor(
                        isStanding(vote, request)
                                ? Optional.ofNullable(
                                        counted.get(vote.approver().id()))
                                : Optional.empty()))
                .toList());
        boolean denied = request.state().votes().stream().anyMatch(vote -> vote.is(VoteDecision.DENY));
        boolean reached = !denied && set.isReached(counted);
        if (reached) {
            approvers.ineligibility(request, set).ifPresent(Voting::refuse);
        }
        records.vote(recounted);
        if (denied) {
            AccessRequest closed = recounted.close(RequestStatus.DENIED, now);
            records.deny(closed);
            return new VoteResult(closed);
        }
        if (!reached) {
            return new VoteResult(recounted);
        }
        AccessRequest approved = recounted.close(RequestStatus.APPROVED, now);
        AccessGrant grant = grantFor(approved, set, now);
        records.approve(approved, grant);
        return new VoteResult(approved, Optional.of(grant));
    }

    private Map<String, GroupRef> count(AccessRequest request, ApproverSet set) {
        RequiredLogins logins = set.requiredLogins();
        List<String> approving = request.state().votes().stream()
                .filter(vote -> isStanding(vote, request))
                .filter(vote -> !request.content().concerns(vote.approver()))
                .filter(vote ->
                        logins.isMetBy(vote.evidence().login(), vote.evidence().votedAt()))
                .map(vote -> vote.approver().id())
                .toList();
        return set.count(approving);
    }

    /** An approval stands unless the same person has denied since. */
    private static boolean isStanding(Vote vote, AccessRequest request) {
        return vote.is(VoteDecision.APPROVE)
                && request.voteOf(vote.approver(), VoteDecision.DENY).isEmpty();
    }

    private static void refuse(RefusalReason reason) {
        throw new RejectedException(
                reason == RefusalReason.NOT_ELIGIBLE ? Rejection.NOT_ELIGIBLE : Rejection.UNDECIDABLE,
                "This access is not open to the subject or the requester any more, or that cannot be checked; you may deny the request");
    }

    private static AccessGrant grantFor(AccessRequest request, ApproverSet set, Instant now) {
        Approval approval = new Approval(
                request.id(),
                request.content().reason().purpose(),
                request.snapshot().categories());
        Term term = new Term(now, now.plus(request.grantedDuration(set.longest())), Optional.empty());
        return new AccessGrant(UUID.randomUUID().toString(), request.access(), approval, term);
    }
}
