/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Tells applications that sessions at them have ended, once that is committed. Sees Keycloak and {@code access}; overrides a class of
 * its own, which answers in JAX-RS types.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.logout;
