/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Checks of the realm's settings, clients, scopes, categories and policies.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.lint.realm;
