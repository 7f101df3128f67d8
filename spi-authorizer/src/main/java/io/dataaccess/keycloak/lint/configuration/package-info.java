/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Checks of what stands in the realm against what was approved.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.lint.configuration;
