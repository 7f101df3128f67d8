/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Introspection answers with the live decision, for as long as somebody asks.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.token.introspection;
