/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

/**
 * Where requests are filed.
 *
 * @param mostPending how many requests one requester may have pending there
 */
public record Intake(RequestStore requests, int mostPending) {

    public Intake {
        if (mostPending < 1) {
            throw new IllegalArgumentException("Somebody may have at least one request pending");
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
}
