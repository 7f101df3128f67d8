/* SPDX-License-Identifier: Apache-2.0 */
/** The gate, introspection and their events, on a real Keycloak. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.gate;
