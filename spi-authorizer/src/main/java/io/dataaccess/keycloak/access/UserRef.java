/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Optional;

/**
 * A user: matched by id, the names are only for people to read.
 *
 * @param id Keycloak's user id
 * @param username the name to log in with, at the time of writing
 * @param name first and last name at the time of writing; empty when the account has neither
 */
public record UserRef(String id, String username, Optional<String> name) {

    public UserRef(String id, String username) {
        this(id, username, Optional.empty());
    }

    public boolean isSameAs(UserRef other) {
        return id.equals(other.id);
    }
}
