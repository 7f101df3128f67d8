/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the log of a realm is doing.
 *
 * @param hasKey whether the realm has an Ed25519 key to sign with
 * @param hasWitnesses whether the realm names witnesses
 * @param waitingSince when the entry was written that has waited the longest to be taken in; empty when none waits
 * @param stopped why the tree does not grow; empty while it does
 * @param unseenSince since when witnesses have seen nothing new although there is; empty when they have seen all
 * @param witnessFailure why a witness did not cosign last
 */
public record LogState(
        boolean hasKey,
        boolean hasWitnesses,
        Optional<Instant> waitingSince,
        Optional<String> stopped,
        Optional<Instant> unseenSince,
        Optional<String> witnessFailure) {

    private static final Duration BACKLOG = Duration.ofMinutes(1);
    private static final Duration BEHIND = Duration.ofMinutes(10);

    /** Whether entries have waited for longer than it takes. */
    public boolean isWaitingTooLong(Instant now) {
        return waitingSince.filter(since -> since.plus(BACKLOG).isBefore(now)).isPresent();
    }

    /** Whether witnesses are to see the log, and have not seen what is new for ten minutes. */
    public boolean isUnseen(Instant now) {
        return hasWitnesses
                && unseenSince.filter(since -> since.plus(BEHIND).isBefore(now)).isPresent();
    }
}
