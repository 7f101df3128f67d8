/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.time.Instant;
import java.util.Optional;

/** Which requests to list, in which order. What is empty does not restrict. */
public record RequestFilter(RecordFilter selection, When when, Content content, Order order) {

    /**
     * By status as of a time: a pending request whose time is over is expired.
     *
     * @param now the time at which that is asked
     */
    public record When(Optional<RequestStatus> status, Instant now) {}

    /**
     * By what is in them.
     *
     * @param search in the names of subject or requester, the subject's frozen attributes, client id, scope, purpose,
     *     ticket, category or its label
     */
    public record Content(Optional<Sensitivity> sensitivity, Optional<String> bundle, Optional<TextSearch> search) {

        /** No restriction. */
        public static final Content ANY = new Content(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What comes first. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST,
        EXPIRING_FIRST,
        EXPIRING_LAST,
        /** Urgent ones, then what is nearest to its expiry. */
        URGENT_FIRST,
        /** What waits for a decision, then the others, the newest of each first. */
        PENDING_FIRST
    }
}
