/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/**
 * What kind of account a user is.
 *
 * @param enabled whether the user may log in
 * @param service whether this is the service account of a client
 * @param passing whether it is made for one login and gone with it: the same person is somebody else next time
 */
public record Account(boolean enabled, boolean service, boolean passing) {}
