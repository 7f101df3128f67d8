/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * How long requests that were taken back are kept: the realm's attribute {@code data-access.cancelledRetention}, an
 * ISO-8601 duration such as {@code P90D}.
 */
public final class CancelledRetention {

    private static final String ATTRIBUTE = "data-access.cancelledRetention";
    /** What is counted within an hour must be there for an hour. */
    private static final Duration SHORTEST = Duration.ofHours(1);
    /** A hundred years: further back, time cannot be counted. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private CancelledRetention() {}

    /** From PT1H to P36500D; empty, which is for ever, when the attribute is missing or says anything else. */
    public static Optional<Duration> of(RealmModel realm) {
        return written(realm).flatMap(CancelledRetention::parsed);
    }

    /** Whether the attribute says what is not taken. */
    public static boolean isMisspelt(RealmModel realm) {
        return written(realm).filter(text -> parsed(text).isEmpty()).isPresent();
    }

    private static Optional<String> written(RealmModel realm) {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(duration -> duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
