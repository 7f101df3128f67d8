/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TooSoonException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where requests are filed.
 *
 * @param mostPending how many requests one requester may have pending there, and how many one application in their name
 * @param mostPerHour how often one requester may file within an hour, taken back or not, and how often one application in
 *     their name; what is filed together counts once
 */
public record RequestIntake(RecordStores records, int mostPending, int mostPerHour) {

    /** The time within which requests are counted. */
    static final Duration HOUR = Duration.ofHours(1);

    /** However many applications file for one requester, they file no more than so many could. */
    private static final int APPLICATIONS = 5;

    public RequestIntake {
        if (mostPending < 1 || mostPerHour < 1) {
            throw new IllegalArgumentException("Somebody may have at least one request pending, and file one an hour");
        }
    }

    /** @throws RejectedException when this filer may not have so many pending */
    void requireRoom(Filer filer, long pending) {
        int most = most(filer, mostPending);
        if (pending > most) {
            throw new RejectedException(
                    Rejection.TOO_MANY_PENDING,
                    switch (filer.through()) {
                                case IN_PERSON -> "You may have " + most + " requests pending";
                                case APPLICATION -> "One application may have " + most + " of your requests pending";
                                case ANY_APPLICATION ->
                                    "All applications may have " + most + " of your requests pending";
                            }
                            + ": take one back, or wait for a decision");
        }
    }

    /**
     * Checks whether one more bundle may be filed now.
     *
     * @param filed when this filer filed others within the last hour, earliest first
     * @throws TooSoonException when not; it says when they may
     */
    void requirePace(Filer filer, List<Instant> filed, Instant now) {
        int most = most(filer, mostPerHour);
        int over = filed.size() - most;
        if (over < 0) {
            return;
        }
        throw new TooSoonException(
                Duration.between(now, filed.get(over).plus(HOUR)),
                switch (filer.through()) {
                            case IN_PERSON -> "You may file " + most + " requests an hour, and have";
                            case APPLICATION ->
                                "One application may file " + most + " requests an hour in your name, and has";
                            case ANY_APPLICATION ->
                                "All applications may file " + most + " requests an hour in your name, and have";
                        }
                        + ": file further ones later");
    }

    private static int most(Filer filer, int most) {
        return filer.through() == Filer.Through.ANY_APPLICATION ? APPLICATIONS * most : most;
    }
}
