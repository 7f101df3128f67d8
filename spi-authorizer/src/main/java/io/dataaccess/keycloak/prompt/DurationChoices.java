/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The durations to choose from: round ones up to the longest, with the longest and the usual one.
 *
 * @param longest what the policies accept at most
 * @param usual what is chosen when nobody chooses
 */
record DurationChoices(Duration longest, Duration usual) {

    private static final List<Duration> ROUND = Stream.of(
                    "PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "P1D", "P2D", "P7D", "P14D", "P30D", "P90D")
            .map(Duration::parse)
            .toList();

    /** ISO-8601, shortest first. */
    List<String> texts() {
        return Stream.concat(ROUND.stream(), Stream.of(longest, usual))
                .filter(duration -> duration.compareTo(longest) <= 0)
                .sorted()
                .distinct()
                .map(DurationChoices::text)
                .toList();
    }

    String longestText() {
        return text(longest);
    }

    String usualText() {
        return text(usual);
    }

    /** Java writes two days as 48 hours; people do not read them so. */
    static String text(Duration duration) {
        long days = duration.toDays();
        Duration rest = duration.minusDays(days);
        if (days == 0) {
            return rest.toString();
        }
        return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }
}
