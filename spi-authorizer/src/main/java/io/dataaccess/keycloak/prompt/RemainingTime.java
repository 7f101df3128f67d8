/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How long something still waits, as exactly as people want to know it: nobody counts the minutes of days. */
record RemainingTime(Duration left) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** At least one: what is over is not waiting. */
    long seconds() {
        return Math.max(1, left.toSeconds());
    }

    /** ISO-8601, of the two largest units that count. */
    String text() {
        Duration whole = Duration.ofSeconds(seconds());
        return DurationChoices.text(whole.truncatedTo(unit(whole)));
    }

    private static ChronoUnit unit(Duration whole) {
        if (whole.compareTo(DAY) >= 0) {
            return ChronoUnit.HOURS;
        }
        return whole.compareTo(HOUR) >= 0 ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
    }
}
