/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.approver.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has happened to a request so far.
 *
 * @param status as stored; ask {@link AccessRequest#statusAt} for what holds now
 * @param createdAt when it was filed
 * @param expiresAt when it expires unless decided
 * @param closedAt when it was decided, withdrawn or found expired
 * @param cancellation why it was cancelled; empty when it was not
 * @param remindedAt when its approvers were last reminded
 * @param votes in the order they were cast
 */
public record RequestState(
        RequestStatus status,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> closedAt,
        Optional<Cancellation> cancellation,
        Optional<Instant> remindedAt,
        List<Vote> votes) {

    private static final Duration BETWEEN_REMINDERS = Duration.ofMinutes(15);

    public RequestState {
        votes = List.copyOf(votes);
    }

    /** Just filed: nobody has voted, or has been reminded. */
    public static RequestState pending(Instant createdAt, Instant expiresAt) {
        return new RequestState(
                RequestStatus.PENDING,
                createdAt,
                expiresAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** From when the approvers may be reminded (again). */
    Instant remindableAt() {
        return remindedAt.orElse(createdAt).plus(BETWEEN_REMINDERS);
    }

    RequestState closed(RequestStatus how, Instant at) {
        return new RequestState(how, createdAt, expiresAt, Optional.of(at), Optional.empty(), remindedAt, votes);
    }

    RequestState cancelled(Cancellation why, Instant at) {
        return new RequestState(
                RequestStatus.CANCELLED, createdAt, expiresAt, Optional.of(at), Optional.of(why), remindedAt, votes);
    }

    RequestState reminded(Instant at) {
        return new RequestState(status, createdAt, expiresAt, closedAt, cancellation, Optional.of(at), votes);
    }

    RequestState with(List<Vote> all) {
        return new RequestState(status, createdAt, expiresAt, closedAt, cancellation, remindedAt, all);
    }
}
