/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import io.dataaccess.keycloak.catalog.RealmLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** How many mails about waiting requests an approver gets within an hour. */
public record HourlyMailLimit(int most) {

    public static final Duration HOUR = Duration.ofHours(1);

    static HourlyMailLimit of(RealmModel realm) {
        return new HourlyMailLimit(RealmLimit.MAILS_PER_HOUR.in(realm));
    }

    /** What one requester may take of it, rounded up: whoever files again and again takes no mails from the others. */
    HourlyMailLimit share() {
        return new HourlyMailLimit((most + 1) / 2);
    }

    /**
     * When there is room again; empty when there is.
     *
     * @param sent when mails were sent within the last hour, earliest first
     */
    Optional<Instant> fullUntil(List<Instant> sent) {
        return sent.size() < most
                ? Optional.empty()
                : Optional.of(sent.get(sent.size() - most).plus(HOUR));
    }
}
