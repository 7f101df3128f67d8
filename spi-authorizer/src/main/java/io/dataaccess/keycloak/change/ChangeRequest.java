/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A proposed change of what decides in a realm. Example: Pat proposes that CONFIDENTIAL data of the US is given for at most four
 * hours in place of eight.
 *
 * @param reason in the proposer's words
 */
public record ChangeRequest(
        String id, UserRef proposer, String reason, ProposedConfiguration proposed, ChangeState state) {

    /** Where it stands at this time: one that nobody decided is over when its time is. */
    public RequestStatus statusAt(Instant time) {
        return state.status() == RequestStatus.PENDING && !time.isBefore(state.expiresAt())
                ? RequestStatus.EXPIRED
                : state.status();
    }

    public boolean isPendingAt(Instant time) {
        return statusAt(time) == RequestStatus.PENDING;
    }

    /** Whether another configuration took the place of the one that it was proposed for. */
    public boolean isOvertakenBy(InForce current) {
        return proposed.baseVersion() != current.version();
    }

    boolean isVotedBy(String userId, VoteDecision decision) {
        return state.votes().stream().anyMatch(vote -> vote.approver().id().equals(userId) && vote.is(decision));
    }

    ChangeRequest with(Vote vote) {
        return withVotes(Stream.concat(state.votes().stream(), Stream.of(vote)).toList());
    }

    ChangeRequest withVotes(List<Vote> votes) {
        return new ChangeRequest(id, proposer, reason, proposed, state.with(votes));
    }

    ChangeRequest close(RequestStatus how, Instant at) {
        return new ChangeRequest(id, proposer, reason, proposed, state.closed(how, at));
    }
}
