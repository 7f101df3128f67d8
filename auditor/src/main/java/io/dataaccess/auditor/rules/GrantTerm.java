/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * What the log says of an access grant.
 *
 * @param index of the entry that says it was given
 * @param end when it was ended before its time
 */
public record GrantTerm(
        long index, String request, String subject, Instant from, Instant until, Optional<Instant> end) {

    GrantTerm endedAt(Instant at) {
        return new GrantTerm(index, request, subject, from, until, Optional.of(at));
    }
}
