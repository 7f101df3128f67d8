/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.TextSearch;
import java.time.Instant;
import java.util.Optional;

/**
 * Which grants to list, in which order. What is empty does not restrict.
 *
 * @param search in the subject's names, client id, scope, purpose, category or its label
 */
public record GrantFilter(RecordFilter selection, When when, Optional<TextSearch> search, Order order) {

    /**
     * By where they stand as of a time.
     *
     * @param active whether they run ({@code true}) or have ended ({@code false})
     * @param endingBefore those whose time is over before this
     * @param now the time at which that is asked
     */
    public record When(Optional<Boolean> active, Optional<Instant> endingBefore, Instant now) {}

    /** What comes first. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST,
        ENDING_FIRST,
        ENDING_LAST
    }

    /** All of this selection, newest first. */
    public static GrantFilter of(RecordFilter selection, Instant now) {
        return new GrantFilter(
                selection, new When(Optional.empty(), Optional.empty(), now), Optional.empty(), Order.NEWEST_FIRST);
    }
}
