/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.visibility;

import io.dataaccess.keycloak.access.UserRef;
import java.util.Optional;

/**
 * Which of all requests somebody is shown. What is empty does not restrict.
 *
 * @param seen those they may see
 * @param decidable those that wait for them, or do not
 * @param own those that are theirs
 */
public record Visibility(Optional<ContextSet> seen, Optional<Decidable> decidable, Optional<Own> own) {

    /** Everything. */
    public static final Visibility ALL = new Visibility(Optional.empty(), Optional.empty());

    public Visibility(Optional<ContextSet> seen, Optional<Decidable> decidable) {
        this(seen, decidable, Optional.empty());
    }

    public static Visibility of(Own own) {
        return new Visibility(Optional.empty(), Optional.empty(), Optional.of(own));
    }

    /**
     * Theirs as requester or subject.
     *
     * @param services whether what waits for service accounts is theirs as well, whoever asked for it
     */
    public record Own(String userId, boolean services) {}

    /**
     * Whether they could decide it now: it is pending, none of their own, they have not approved it yet, and it is one
     * of these contexts.
     *
     * @param wanted whether those are meant, or all others
     */
    public record Decidable(UserRef approver, ContextSet decidable, boolean wanted) {}
}
