/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** A user as the account is called: names that are missing, or of invisible characters only, are left out. */
    public static UserRef of(String id, String username, @Nullable String firstName, @Nullable String lastName) {
        String name = Stream.of(Optional.ofNullable(firstName), Optional.ofNullable(lastName))
                .map(part -> VisibleText.line(part.orElse("")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new UserRef(id, username, Optional.of(name).filter(text -> !text.isEmpty()));
    }

    public boolean isSameAs(UserRef other) {
        return id.equals(other.id);
    }
}
