/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Keycloak's logins and sessions tell: when a login began, whether it still holds, levels of authentication, impersonation,
 * credentials, signing out.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.login;
