/* SPDX-License-Identifier: Apache-2.0 */
/** Checks of logins: their flows, levels and credentials, and how an identity provider links accounts to theirs. */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.lint.login;
