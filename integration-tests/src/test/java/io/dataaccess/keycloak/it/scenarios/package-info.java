/* SPDX-License-Identifier: Apache-2.0 */
/** The decision tables, on a real Keycloak. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.scenarios;
