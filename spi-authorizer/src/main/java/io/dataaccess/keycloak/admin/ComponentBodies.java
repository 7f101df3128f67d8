/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.catalog.UnknownFields;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses data categories and approval policies sent to Keycloak's own endpoint with fields that would not arrive. A body
 * without its provider type never gets further: Keycloak itself fails there (26.7.3).
 */
@Provider
class ComponentBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body instanceof ComponentRepresentation component && component.getProviderType() != null) {
            UnknownFields.complaint(
                            component.getProviderType(), Objects.requireNonNullElse(component.getConfig(), Map.of()))
                    .ifPresent(complaint -> {
                        throw ErrorResponse.error(complaint, Response.Status.BAD_REQUEST);
                    });
        }
        return body;
    }
}
