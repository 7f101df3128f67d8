/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TooSoonException;
import io.dataaccess.keycloak.access.UserRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Reminds the approvers of a request, now and then. */
public final class Reminding {

    private final RecordStores records;
    private final Clock clock;

    public Reminding(RecordStores records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * The requester or subject reminds those who have not voted.
     *
     * @return the request, reminded of
     * @throws RejectedException when it is not theirs or not pending; nothing has changed
     * @throws TooSoonException when it was filed or reminded of just now; nothing has changed
     */
    public AccessRequest remind(String requestId, UserRef by) {
        AccessRequest request = records.requests()
                .lock(requestId)
                .filter(found -> found.content().concerns(by))
                .orElseThrow(() -> new RejectedException(Rejection.NOT_FOUND, "There is no such request of yours"));
        // After the lock: others may have reminded, or its time may have come.
        Instant now = clock.instant();
        Instant remindable = request.remindableAt(now)
                .orElseThrow(() -> new RejectedException(Rejection.NOT_PENDING, "This request is no longer pending"));
        if (now.isBefore(remindable)) {
            throw new TooSoonException(
                    Duration.between(now, remindable),
                    "You asked or reminded less than 15 minutes ago: remind the approvers later");
        }
        AccessRequest reminded = request.remindedAt(now);
        records.remind(reminded);
        return reminded;
    }
}
