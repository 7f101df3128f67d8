/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.admin.change.ConfigurationBody;
import io.dataaccess.keycloak.admin.change.PreviewRepresentation;
import io.dataaccess.keycloak.admin.change.WholeClassification;
import io.dataaccess.keycloak.web.ErrorResponses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The realm's classification and policies, and their problems. */
public final class ClassificationResource {

    private final AdminCall call;

    ClassificationResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Data categories, approval policies, guarded scopes, and what is wrong with them")
    @APIResponse(
            responseCode = "200",
            description = "As of now",
            content = @Content(schema = @Schema(implementation = ClassificationRepresentation.class)))
    public Response get() {
        return call.answerForReaders(() -> ErrorResponses.ok(ClassificationRepresentation.of(call.access())));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send the whole classification: it comes into force, or is filed as a change request once,"
                    + " however often it is sent")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY, description = "true: say only what would be different")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConfigurationBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "What is different, and what became of it",
            content = @Content(schema = @Schema(implementation = PreviewRepresentation.class)))
    public Response put(InputStream body) {
        return WholeClassification.put(call, body);
    }
}
