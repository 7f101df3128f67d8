/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has happened to a change request so far.
 *
 * @param status as stored; ask {@link ChangeRequest#statusAt} for what holds now
 * @param closedAt when it was decided or withdrawn
 * @param votes in the order they were cast
 */
public record ChangeState(
        RequestStatus status, Instant createdAt, Instant expiresAt, Optional<Instant> closedAt, List<Vote> votes) {

    private static final Duration WAITING = Duration.ofDays(7);

    public ChangeState {
        votes = List.copyOf(votes);
    }

    static ChangeState pending(Instant now) {
        return new ChangeState(RequestStatus.PENDING, now, now.plus(WAITING), Optional.empty(), List.of());
    }

    ChangeState closed(RequestStatus how, Instant at) {
        return new ChangeState(how, createdAt, expiresAt, Optional.of(at), votes);
    }

    ChangeState with(List<Vote> all) {
        return new ChangeState(status, createdAt, expiresAt, closedAt, all);
    }
}
