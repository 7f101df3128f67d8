/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What decides in a realm: what stands there or, where changes need approval, what was approved last.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.catalog.approved;
