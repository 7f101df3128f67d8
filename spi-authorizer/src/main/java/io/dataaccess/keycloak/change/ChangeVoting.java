/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TextRules;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteEvidence;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes votes on change requests, counts them anew each time, and lets the change come into force with the last that it needs. */
public final class ChangeVoting {

    private static final int LONGEST_COMMENT = 2000;

    private final ChangeRecords records;
    private final ConfigurationInForce inForce;
    private final ChangeApprovers approvers;
    private final Clock clock;

    public ChangeVoting(ChangeRecords records, ConfigurationInForce inForce, ChangeApprovers approvers, Clock clock) {
        this.records = records;
        this.inForce = inForce;
        this.approvers = approvers;
        this.clock = clock;
    }

    /**
     * Casts a vote.
     *
     * @return the change request after it
     * @throws RejectedException says why not; nothing has changed
     * @throws LoginTooWeakException when the voter has to log in again; nothing has changed
     */
    public ChangeRequest cast(String id, Voter voter, VoteInput input) {
        // What is in force first: of two changes the second waits here, and finds that it was overtaken.
        InForce current = inForce.lock();
        ChangeRequest change = records.lock(id);
        Instant now = clock.instant();
        ChangeQuorum quorum = approvers.of(change, current);
        admit(change, quorum, voter);
        if (!change.isPendingAt(now)) {
            throw new RejectedException(
                    Rejection.NOT_PENDING, "This change is no longer pending: it is " + change.statusAt(now));
        }
        if (change.isOvertakenBy(current)) {
            throw new RejectedException(
                    Rejection.OVERTAKEN, "Another change was approved since this one was proposed: propose it again");
        }
        if (input.decision() == VoteDecision.APPROVE && !quorum.isProposerAdmitted()) {
            throw new RejectedException(
                    Rejection.NOT_ELIGIBLE,
                    "Who proposed this change is no policy admin any more: it can only be denied");
        }
        quorum.requireGoodLogin(voter);
        check(change, voter.person().user().id(), input);
        VoteEvidence evidence = new VoteEvidence(
                now, quorum.requiredLogins().evidence(voter.login(), now), quorum.attributesRead(voter.person()));
        Vote vote = new Vote(voter.person().user(), input, evidence, Optional.empty());
        return decided(change.with(vote), quorum, now);
    }

    private static void admit(ChangeRequest change, ChangeQuorum quorum, Voter voter) {
        if (voter.impersonated()) {
            throw new RejectedException(Rejection.IMPERSONATED, "Nobody decides in an impersonated session");
        }
        if (change.proposer().isSameAs(voter.person().user())) {
            throw new RejectedException(Rejection.OWN_REQUEST, "Others decide the change that you have proposed");
        }
        if (!quorum.mayDecide(voter.person())) {
            throw quorum.isKnown(voter.person())
                    ? new RejectedException(
                            Rejection.CONDITIONS_NOT_MET,
                            "You do not meet the conditions that the policy sets for approvers")
                    : new RejectedException(
                            Rejection.NOT_AN_APPROVER,
                            "You are no policy admin, and in no group that approves for data that is protected less");
        }
    }

    private static void check(ChangeRequest change, String userId, VoteInput input) {
        boolean denies = input.decision() == VoteDecision.DENY;
        if (!denies && change.isVotedBy(userId, VoteDecision.APPROVE)) {
            throw new RejectedException(
                    Rejection.ALREADY_VOTED, "You have approved this change already; you may still deny it");
        }
        if (input.comment().length() > LONGEST_COMMENT
                || !TextRules.isProse(input.comment())
                || (denies && TextRules.visible(input.comment()) == 0)) {
            throw new RejectedException(
                    Rejection.INVALID_COMMENT,
                    "Comment in up to 2000 characters, without " + TextRules.HIDDEN + "; a denial needs a comment");
        }
    }

    private ChangeRequest decided(ChangeRequest change, ChangeQuorum quorum, Instant now) {
        Map<String, GroupRef> counted = quorum.count(approving(change, quorum));
        ChangeRequest recounted = change.withVotes(change.state().votes().stream()
                .map(vote -> vote.countFor(
                        isStanding(vote, change)
                                ? Optional.ofNullable(
                                        counted.get(vote.approver().id()))
                                : Optional.empty()))
                .toList());
        records.vote(recounted);
        if (change.state().votes().stream().anyMatch(vote -> vote.is(VoteDecision.DENY))) {
            return records.decide(recounted.close(RequestStatus.DENIED, now));
        }
        if (!quorum.isReached(counted)) {
            return recounted;
        }
        ChangeRequest approved = records.decide(recounted.close(RequestStatus.APPROVED, now));
        inForce.apply(approved, now);
        return approved;
    }

    private static List<String> approving(ChangeRequest change, ChangeQuorum quorum) {
        return change.state().votes().stream()
                .filter(vote -> isStanding(vote, change))
                .filter(vote -> quorum.requiredLogins()
                        .isMetBy(vote.evidence().login(), vote.evidence().votedAt()))
                .map(vote -> vote.approver().id())
                .toList();
    }

    /** An approval stands unless the same person has denied since. */
    private static boolean isStanding(Vote vote, ChangeRequest change) {
        return vote.is(VoteDecision.APPROVE)
                && !change.isVotedBy(vote.approver().id(), VoteDecision.DENY);
    }
}
