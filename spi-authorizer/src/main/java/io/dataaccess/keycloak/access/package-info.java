/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who wants to open which scopes through which client, and what all records share: texts, pages of a list, refusals.
 * Plain Java; depends on nothing.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.access;
