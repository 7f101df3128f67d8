/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.openapi;

import io.dataaccess.keycloak.admin.AdminResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mount of {@link AdminResource}. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Keycloak data access",
                        version = "0.1",
                        description =
                                "Errors are {\"error\": code, \"errorMessage\": text}; the codes of each status stand"
                                        + " at the schema Error. Times are RFC 3339 in UTC, durations ISO-8601."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer")
@Path("/admin/realms/{realm}/data-access")
@Tag(name = "For approvers, auditors and policy admins")
public final class AdminMount {

    @Path("")
    @SuppressWarnings("DoNotCallSuggester")
    public AdminResource resource(@PathParam("realm") String realm) {
        throw new UnsupportedOperationException("Keycloak mounts " + realm);
    }
}
