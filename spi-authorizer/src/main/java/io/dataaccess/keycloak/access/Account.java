/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/**
 * What kind of account a user is.
 *
 * @param enabled whether the user may log in
 * @param service whether this is the service account of a client
 */
public record Account(boolean enabled, boolean service) {}
