/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a check finds.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.lint.problem;
