/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Keycloak's admin client returns failures of a creation instead of throwing them as it does elsewhere. */
public final class Created {

    private Created() {}

    public static void check(Response response) {
        try (response) {
            if (response.getStatus() != Response.Status.CREATED.getStatusCode()) {
                throw new WebApplicationException(response.readEntity(String.class), response.getStatus());
            }
        }
    }
}
