/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a request was filed, when it expires unless decided, when it was closed, and when its approvers were last reminded.
 */
public record Clockwork(
        Instant createdAt, Instant expiresAt, Optional<Instant> closedAt, Optional<Instant> remindedAt) {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Nobody has been reminded. */
    public Clockwork(Instant createdAt, Instant expiresAt, Optional<Instant> closedAt) {
        this(createdAt, expiresAt, closedAt, Optional.empty());
    }

    /** From when the approvers may be reminded (again). */
    Instant remindableAt() {
        return remindedAt.orElse(createdAt).plus(PATIENCE);
    }

    Clockwork closed(Instant at) {
        return new Clockwork(createdAt, expiresAt, Optional.of(at), remindedAt);
    }

    Clockwork reminded(Instant at) {
        return new Clockwork(createdAt, expiresAt, closedAt, Optional.of(at));
    }
}
