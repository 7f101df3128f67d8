/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.access.UserRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody, by name. */
@Schema(name = "Person")
public record PersonRepresentation(String id, String username) {

    static PersonRepresentation of(UserRef user) {
        return new PersonRepresentation(user.id(), user.username());
    }
}
