/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.openapi;

import io.dataaccess.keycloak.account.AccountResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mount of {@link AccountResource}. */
@Path("/realms/{realm}/data-access")
@Tag(
        name = "For requesters",
        description =
                "A token issued to account-console, or to a client that has the client scope data-access assigned,"
                        + " with that scope in it; any other: 403 insufficient_scope")
public final class AccountMount {

    @Path("")
    @SuppressWarnings("DoNotCallSuggester")
    public AccountResource resource(@PathParam("realm") String realm) {
        throw new UnsupportedOperationException("Keycloak mounts " + realm);
    }
}
