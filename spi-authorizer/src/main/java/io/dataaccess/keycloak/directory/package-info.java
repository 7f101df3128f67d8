/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The realm's users and groups as the kernel sees them, and which of its clients others can change. Depends on catalog.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.directory;
