/* SPDX-License-Identifier: Apache-2.0 */
/** The pages in Keycloak's admin and account consoles, in a real browser. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.console;
