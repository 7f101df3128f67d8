/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.login.CallPath;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * Gives the form of our errors to those that Keycloak writes below our paths, before our code is reached: a wrong method,
 * path or content type, a missing token.
 */
@Provider
final class KeycloakErrors implements ContainerResponseFilter {

    private static final String OURS = "data-access";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof OAuth2ErrorRepresentation
                && isOurs(CallPath.segments(request.getUriInfo().getPath()))) {
            response.setEntity(Json.write(body(response.getStatus())), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** {@code realms/{realm}/data-access} and {@code admin/realms/{realm}/data-access}. */
    static boolean isOurs(List<String> path) {
        List<String> ofRealm = !path.isEmpty() && path.get(0).equals("admin") ? path.subList(1, path.size()) : path;
        return ofRealm.size() > 2
                && ofRealm.get(0).equals("realms")
                && ofRealm.get(2).equals(OURS);
    }

    static ErrorBody body(int status) {
        return switch (status) {
            case 401 ->
                ErrorBody.of(
                        "invalid_token",
                        String.valueOf(InvalidCallException.unauthorized().getMessage()));
            case 403 -> ErrorBody.of("forbidden", "Keycloak does not let this caller in");
            case 404 ->
                ErrorBody.of(
                        "not_found",
                        String.valueOf(InvalidCallException.notFound().getMessage()));
            case 405 -> ErrorBody.of("method_not_allowed", "There is no call of this method at this path");
            case 406 -> ErrorBody.of("not_acceptable", "Answers are JSON: accept application/json");
            case 415 -> ErrorBody.of("unsupported_media_type", "Send application/json");
            default ->
                status < 500
                        ? ErrorBody.of("invalid_request", "The call cannot be read")
                        : ErrorBody.of("unknown_error", "The server failed: its log says more");
        };
    }
}
