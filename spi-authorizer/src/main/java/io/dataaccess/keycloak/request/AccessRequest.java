/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody asks for access; PENDING until decided. */
public record AccessRequest(String id, Ask ask, Frozen frozen, Course course) {

    /**
     * What has happened to a request so far.
     *
     * @param status as stored; ask {@link AccessRequest#statusAt} for what holds now
     * @param votes in the order they were cast
     */
    public record Course(RequestStatus status, Clockwork times, List<Vote> votes) {

        public Course {
            votes = List.copyOf(votes);
        }
    }

    public Access access() {
        return ask.access();
    }

    /** What its approvers are asked about. */
    public Matter matter() {
        return frozen.matter(access(), ask.reason().purpose());
    }

    /** A pending request is expired because of its time; nothing has to happen for that. */
    public RequestStatus statusAt(Instant now) {
        boolean over = course.status() == RequestStatus.PENDING
                && !now.isBefore(course.times().expiresAt());
        return over ? RequestStatus.EXPIRED : course.status();
    }

    public boolean isPendingAt(Instant now) {
        return statusAt(now) == RequestStatus.PENDING;
    }

    public Optional<Vote> voteOf(UserRef approver, Choice choice) {
        return course.votes().stream()
                .filter(vote -> vote.approver().isSameAs(approver) && vote.is(choice))
                .findFirst();
    }

    /** This request, closed with the given status. */
    AccessRequest close(RequestStatus status, Instant at) {
        return new AccessRequest(
                id, ask, frozen, new Course(status, course.times().closed(at), course.votes()));
    }

    /** This request, its approvers reminded. */
    AccessRequest remindedAt(Instant at) {
        return new AccessRequest(
                id, ask, frozen, new Course(course.status(), course.times().reminded(at), course.votes()));
    }

    /** From when its approvers may be reminded (again); empty when it is no longer pending. */
    public Optional<Instant> remindableAt(Instant now) {
        return isPendingAt(now) ? Optional.of(course.times().remindableAt()) : Optional.empty();
    }

    AccessRequest withVotes(List<Vote> votes) {
        return new AccessRequest(id, ask, frozen, new Course(course.status(), course.times(), votes));
    }

    /** What is granted: the shortest of what was asked, what counted votes allow, and what the policies allow. */
    Duration grantedDuration(Duration longest) {
        return Stream.concat(
                        Stream.of(ask.wish().duration(), longest),
                        course.votes().stream()
                                .filter(vote -> vote.countedFor().isPresent())
                                .flatMap(vote -> vote.ballot().duration().stream()))
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
