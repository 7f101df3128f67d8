/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Every way in which a standard Keycloak issues or validates tokens: what an unapproved person meets there, and its twin
 * with an approval.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.matrix;
