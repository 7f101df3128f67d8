/* SPDX-License-Identifier: Apache-2.0 */
/** The step-up as people see it, in a real browser. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.it.browser;
