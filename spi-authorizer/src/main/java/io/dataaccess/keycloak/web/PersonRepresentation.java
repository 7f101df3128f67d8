/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dataaccess.keycloak.access.UserRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, by their names at the time of the record.
 *
 * @param name first and last name; absent when unknown
 */
@Schema(name = "Person")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonRepresentation(
        String id, String username, @Nullable String name) {

    public static PersonRepresentation of(UserRef user) {
        return new PersonRepresentation(user.id(), user.username(), user.name().orElse(null));
    }
}
