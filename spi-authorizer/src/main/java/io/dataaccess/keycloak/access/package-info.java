/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The question: who wants to open which scopes through which client. Plain Java; depends on nothing.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.access;
