/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import io.dataaccess.keycloak.access.Selection;
import java.time.Instant;
import java.util.Optional;

/**
 * Which grants to list. What is empty does not restrict.
 *
 * @param active whether they run ({@code true}) or have ended ({@code false})
 * @param now the time at which that is asked
 * @param requestId those of this request
 */
public record GrantFilter(Selection selection, Optional<Boolean> active, Instant now, Optional<String> requestId) {}
