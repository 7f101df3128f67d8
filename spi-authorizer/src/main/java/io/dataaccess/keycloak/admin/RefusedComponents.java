/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.catalog.CatalogFactory.RefusedComponentException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Answers for data categories and approval policies that an import over REST brings and that are not saved. For other calls
 * Keycloak does so itself; in {@code POST /admin/realms} it takes them for errors of the server (26.7.3).
 */
@Provider
final class RefusedComponents implements ExceptionMapper<RefusedComponentException> {

    @Override
    public Response toResponse(RefusedComponentException refused) {
        KeycloakSessionUtil.getKeycloakSession().getTransactionManager().setRollbackOnly();
        ErrorRepresentation error = new ErrorRepresentation();
        error.setErrorMessage(refused.found());
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(error)
                .build();
    }
}
