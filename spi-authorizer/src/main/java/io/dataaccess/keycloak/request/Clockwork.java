/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import java.time.Instant;
import java.util.Optional;

/**
 * When a request was filed, when it expires unless decided, and when it was closed.
 */
public record Clockwork(Instant createdAt, Instant expiresAt, Optional<Instant> closedAt) {}
