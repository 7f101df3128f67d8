/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import java.time.Instant;
import java.util.Optional;

/**
 * The time a grant runs.
 *
 * @param from when it was approved
 * @param until when it ends by itself, exclusive; after {@code from}
 * @param ending how it ended before, if it did
 */
public record Term(Instant from, Instant until, Optional<Ending> ending) {

    public Term {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("A grant ends after it begins");
        }
    }

    public boolean isRunningAt(Instant now) {
        return !isOverAt(now) && !now.isBefore(from);
    }

    /** Whether it has ended; one that has not begun by this clock has not: it may have been approved by a faster one. */
    public boolean isOverAt(Instant now) {
        return ending.isPresent() || !now.isBefore(until);
    }
}
