/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What decides in a realm as one value: data categories, approval policies, guarded scopes and locks, its text and what tells two
 * of it apart. Depends on access.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.configuration;
