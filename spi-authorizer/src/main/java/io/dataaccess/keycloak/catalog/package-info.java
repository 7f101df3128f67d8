/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Turns Keycloak's realm into kernel values: components, scope attributes, people and groups. Depends on the kernel.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.catalog;
