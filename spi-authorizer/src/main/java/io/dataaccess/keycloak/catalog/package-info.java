/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Turns Keycloak's realm into kernel values: components, scope attributes and settings. Depends on the kernel.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.catalog;
