/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.openapi;

import io.dataaccess.keycloak.self.SelfResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mount of {@link SelfResource}. */
@Path("/realms/{realm}/data-access")
@Tag(name = "For requesters")
public final class SelfMount {

    @Path("")
    public SelfResource resource(@PathParam("realm") String realm) {
        throw new UnsupportedOperationException("Keycloak mounts " + realm);
    }
}
