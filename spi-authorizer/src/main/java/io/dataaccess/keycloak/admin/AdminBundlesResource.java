/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.Bundle;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.web.ErrorResponses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The requests that the caller may see, with those that belong together in one row. */
public final class AdminBundlesResource {

    private final AdminCall call;

    AdminBundlesResource(AdminCall call) {
        this.call = call;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Requests as rows: filed together, or of one subject for one ticket")
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = RequestStatus.class))
    @Parameter(name = "decidable", in = ParameterIn.QUERY, description = "true: those that the caller may decide")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "Username")
    @Parameter(name = "clientId", in = ParameterIn.QUERY)
    @Parameter(name = "scope", in = ParameterIn.QUERY)
    @Parameter(name = "sensitivity", in = ParameterIn.QUERY, schema = @Schema(implementation = Sensitivity.class))
    @Parameter(name = "bundle", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY, description = RequestQuery.SEARCHED)
    @Parameter(name = "dateFrom", in = ParameterIn.QUERY, description = "yyyy-MM-dd or RFC 3339, inclusive")
    @Parameter(name = "dateTo", in = ParameterIn.QUERY, description = "yyyy-MM-dd (inclusive) or RFC 3339 (exclusive)")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "urgency (default), or as for requests")
    @Parameter(name = "first", in = ParameterIn.QUERY, description = "Default 0, at most 10000")
    @Parameter(name = "max", in = ParameterIn.QUERY, description = "1 to 100, default 20")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = BundleRepresentation.class)))
    public Response list() {
        return call.answerForStaff(RequestQuery.LISTED, caller -> {
            PageRange page = call.query().pageOfRows();
            RequestQueue queue = call.access().queue();
            List<Bundle> bundles = call.filterOfBundles().stream()
                    .flatMap(filter -> queue.bundles(filter, call.visibility(caller, filter), page).stream())
                    .toList();
            return ErrorResponses.ok(BundleRepresentation.all(bundles, call.representations(caller)));
        });
    }

    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How many rows there are")
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = RequestStatus.class))
    @Parameter(name = "decidable", in = ParameterIn.QUERY, description = "true: those that the caller may decide")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "Username")
    @Parameter(name = "clientId", in = ParameterIn.QUERY)
    @Parameter(name = "scope", in = ParameterIn.QUERY)
    @Parameter(name = "sensitivity", in = ParameterIn.QUERY, schema = @Schema(implementation = Sensitivity.class))
    @Parameter(name = "bundle", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY, description = RequestQuery.SEARCHED)
    @Parameter(name = "dateFrom", in = ParameterIn.QUERY, description = "yyyy-MM-dd or RFC 3339, inclusive")
    @Parameter(name = "dateTo", in = ParameterIn.QUERY, description = "yyyy-MM-dd (inclusive) or RFC 3339 (exclusive)")
    @APIResponse(
            responseCode = "200",
            description = "The number; 10001 when there are more than 10000 requests in them",
            content = @Content(schema = @Schema(implementation = Long.class)))
    public Response count() {
        return call.answerForStaff(
                RequestQuery.LISTED,
                caller -> ErrorResponses.ok(call.filterOfBundles()
                        .map(filter -> call.access().queue().countBundles(filter, call.visibility(caller, filter)))
                        .orElse(0L)));
    }
}
