/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/**
 * A user: matched by id, the name is only for people to read.
 *
 * @param id Keycloak's user id
 * @param username the name at the time of writing
 */
public record UserRef(String id, String username) {

    public boolean isSameAs(UserRef other) {
        return id.equals(other.id);
    }
}
