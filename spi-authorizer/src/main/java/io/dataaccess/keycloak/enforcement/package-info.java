/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The gate at token issue, and introspection: no token with a guarded scope unless each such scope is allowed by name,
 * now and for as long as somebody asks.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.enforcement;
