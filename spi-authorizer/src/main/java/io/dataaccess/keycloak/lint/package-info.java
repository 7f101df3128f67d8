/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Finds what is wrong with a realm: all checks, in one list.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.lint;
