/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Instant;

/**
 * The login behind a token.
 *
 * @param at when the person authenticated; {@link Instant#EPOCH} when unknown
 * @param acr the authentication context; blank when unknown
 */
public record Login(Instant at, String acr) {}
