/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Cases;
import io.dataaccess.keycloak.access.UserRef;
import java.util.Optional;

/**
 * Which of all requests somebody is shown. What is empty does not restrict.
 *
 * @param seen those they may see
 * @param turn those that wait for them, or do not
 * @param own those that are theirs
 */
public record Sight(Optional<Cases> seen, Optional<Turn> turn, Optional<Own> own) {

    /** Everything. */
    public static final Sight ALL = new Sight(Optional.empty(), Optional.empty());

    public Sight(Optional<Cases> seen, Optional<Turn> turn) {
        this(seen, turn, Optional.empty());
    }

    public static Sight of(Own own) {
        return new Sight(Optional.empty(), Optional.empty(), Optional.of(own));
    }

    /**
     * Theirs as requester or subject.
     *
     * @param services whether what waits for service accounts is theirs as well, whoever asked for it
     */
    public record Own(String userId, boolean services) {}

    /**
     * Whether they could decide it now: it is pending, none of their own, they have not approved it yet, and it is one
     * of these cases.
     *
     * @param wanted whether those are meant, or all others
     */
    public record Turn(UserRef approver, Cases decidable, boolean wanted) {}
}
