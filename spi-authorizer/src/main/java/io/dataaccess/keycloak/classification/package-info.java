/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Data categories, their jurisdiction and sensitivity, and the scopes that carry them. Depends on access.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.classification;
