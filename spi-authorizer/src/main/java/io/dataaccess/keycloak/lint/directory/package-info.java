/* SPDX-License-Identifier: Apache-2.0 */
/** Checks of the flows by which people log in, and by which an identity provider's accounts are linked to theirs. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.lint.directory;
