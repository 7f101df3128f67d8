/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TooSoonException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where requests are filed.
 *
 * @param mostPending how many requests one requester may have pending there
 * @param mostPerHour how often one requester may file within an hour, taken back or not; what is filed together counts once
 */
public record RequestIntake(RecordStores records, int mostPending, int mostPerHour) {

    /** The time within which requests are counted. */
    static final Duration HOUR = Duration.ofHours(1);

    public RequestIntake {
        if (mostPending < 1 || mostPerHour < 1) {
            throw new IllegalArgumentException("Somebody may have at least one request pending, and file one an hour");
        }
    }

    /** @throws RejectedException when the requester has too many pending to file so many more */
    void requireRoom(long pending, int more) {
        if (pending + more > mostPending) {
            throw new RejectedException(
                    Rejection.TOO_MANY_PENDING,
                    "You may have " + mostPending + " requests pending: take one back, or wait for a decision");
        }
    }

    /**
     * Checks whether one more bundle may be filed now.
     *
     * @param filed when the requester filed others within the last hour, earliest first
     * @throws TooSoonException when not; it says when they may
     */
    void requirePace(List<Instant> filed, Instant now) {
        int over = filed.size() - mostPerHour;
        if (over < 0) {
            return;
        }
        throw new TooSoonException(
                Duration.between(now, filed.get(over).plus(HOUR)),
                "You may file " + mostPerHour + " requests an hour, and have: file further ones later");
    }
}
