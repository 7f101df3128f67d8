/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody asks for access; PENDING until decided. */
public record AccessRequest(String id, RequestContent content, RequestSnapshot snapshot, RequestState state) {

    public Access access() {
        return content.access();
    }

    /** What its approvers are asked about. */
    public ApprovalContext approvalContext() {
        return snapshot.approvalContext(access(), content.reason().purpose());
    }

    /** A pending request is expired because of its time; nothing has to happen for that. */
    public RequestStatus statusAt(Instant now) {
        boolean over = state.status() == RequestStatus.PENDING && !now.isBefore(state.expiresAt());
        return over ? RequestStatus.EXPIRED : state.status();
    }

    public boolean isPendingAt(Instant now) {
        return statusAt(now) == RequestStatus.PENDING;
    }

    public Optional<Vote> voteOf(UserRef approver, VoteDecision decision) {
        return state.votes().stream()
                .filter(vote -> vote.approver().isSameAs(approver) && vote.is(decision))
                .findFirst();
    }

    /** This request, closed with the given status: approved, denied or expired. */
    public AccessRequest close(RequestStatus status, Instant at) {
        return new AccessRequest(id, content, snapshot, state.closed(status, at));
    }

    /** This request, cancelled for this reason. */
    public AccessRequest cancel(Cancellation why, Instant at) {
        return new AccessRequest(id, content, snapshot, state.cancelled(why, at));
    }

    /** This request, its approvers reminded. */
    AccessRequest remindedAt(Instant at) {
        return new AccessRequest(id, content, snapshot, state.reminded(at));
    }

    /** From when its approvers may be reminded (again); empty when it is no longer pending. */
    public Optional<Instant> remindableAt(Instant now) {
        return isPendingAt(now) ? Optional.of(state.remindableAt()) : Optional.empty();
    }

    AccessRequest withVotes(List<Vote> votes) {
        return new AccessRequest(id, content, snapshot, state.with(votes));
    }

    /** What the access would last by what was asked and what counted votes allow so far. */
    public Duration durationSoFar() {
        return grantedDuration(content.duration());
    }

    /** What is granted: the shortest of what was asked, what counted votes allow, and what the policies allow. */
    Duration grantedDuration(Duration longest) {
        return Stream.concat(
                        Stream.of(content.duration(), longest),
                        state.votes().stream()
                                .filter(vote -> vote.countedFor().isPresent())
                                .flatMap(vote -> vote.input().duration().stream()))
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
