/* SPDX-License-Identifier: Apache-2.0 */
/** How an approved configuration comes into force: what can be proposed at all, and how it is written into the realm. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.catalog.change;
