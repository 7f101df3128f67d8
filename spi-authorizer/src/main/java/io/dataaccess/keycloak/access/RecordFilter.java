/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records to list, whatever kind they are. What is empty does not restrict.
 *
 * @param party user id of someone who must be requester or subject
 * @param target by subject, client, scope
 * @param from created or approved at or after
 * @param to created or approved before
 */
public record RecordFilter(Optional<String> party, AccessFilter target, Optional<Instant> from, Optional<Instant> to) {

    /** No restriction at all. */
    public static final RecordFilter ALL =
            new RecordFilter(Optional.empty(), AccessFilter.ANY, Optional.empty(), Optional.empty());

    /** Those in which this user is requester or subject. */
    public static RecordFilter of(String userId) {
        return new RecordFilter(Optional.of(userId), AccessFilter.ANY, Optional.empty(), Optional.empty());
    }

    /** Those with this target. */
    public static RecordFilter of(AccessFilter target) {
        return new RecordFilter(Optional.empty(), target, Optional.empty(), Optional.empty());
    }
}
