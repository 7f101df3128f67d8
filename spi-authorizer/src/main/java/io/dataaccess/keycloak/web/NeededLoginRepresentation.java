/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The login that a decision of the caller needs, judged as the decision itself is.
 *
 * @param maxAge in seconds, as the answer to a login that is too old says it (RFC 9470)
 * @param acrValues in the words of the caller's client, as that answer says them; null when any login is strong enough
 * @param level the number of that level, to tell the strongest of several; null when it is unknown, or none is needed
 * @param unreachable the acr that no login of the caller's client can have now; null when one can
 * @param goodUntil until when the caller's present login will do; null when it does not
 */
@Schema(name = "NeededLogin")
public record NeededLoginRepresentation(
        long maxAge,
        @Nullable String acrValues,
        @Nullable Integer level,
        @Nullable String unreachable,
        @Nullable String goodUntil) {}
