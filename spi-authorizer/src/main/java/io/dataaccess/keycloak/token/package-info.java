/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Tokens: the gate at their issue, the claims that it writes, and the mapper that repeats them. No token with a guarded scope
 * unless each such scope is allowed by name, now.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.token;
