/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * What the log says of an access grant.
 *
 * @param index of the entry that says it was given
 * @param asked what its request was filed for; empty when no entry filed it
 * @param end when it was ended before its time
 */
public record GrantTerm(
        long index,
        String request,
        String subject,
        Optional<AskedFor> asked,
        Instant from,
        Instant until,
        Optional<Instant> end) {

    GrantTerm endedAt(Instant at) {
        return new GrantTerm(index, request, subject, asked, from, until, Optional.of(at));
    }
}
