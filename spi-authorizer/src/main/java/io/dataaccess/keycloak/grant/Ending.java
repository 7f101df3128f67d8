/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import io.dataaccess.keycloak.access.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * How a grant ended before its time.
 *
 * @param by who ended it; empty when nobody in person (the user, client or scope was deleted)
 */
public record Ending(Instant at, Optional<UserRef> by, String reason) {}
