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
public record Selection(Optional<String> party, Target target, Optional<Instant> from, Optional<Instant> to) {

    /** No restriction at all. */
    public static final Selection ALL = new Selection(Optional.empty(), Target.ANY, Optional.empty(), Optional.empty());

    /** Those in which this user is requester or subject. */
    public static Selection of(String userId) {
        return new Selection(Optional.of(userId), Target.ANY, Optional.empty(), Optional.empty());
    }

    /** Those with this target. */
    public static Selection of(Target target) {
        return new Selection(Optional.empty(), target, Optional.empty(), Optional.empty());
    }
}
