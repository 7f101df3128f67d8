/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import jakarta.ws.rs.WebApplicationException;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/** What the caller says the body is. */
public final class ContentType {

    private ContentType() {}

    /**
     * Refuses what cannot be read, before anything is done. Keycloak reads it again to choose security headers, for each
     * answer, and would fail with an internal error (26.7.3): so this answer goes without them.
     */
    public static void requireReadable(KeycloakSession session) {
        try {
            session.getContext().getHttpRequest().getHttpHeaders().getMediaType();
        } catch (IllegalArgumentException e) {
            session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
            ErrorBody error = ErrorBody.of("unsupported_media_type", "The Content-Type cannot be read");
            throw new WebApplicationException(
                    e,
                    ErrorResponses.with(415, error)
                            .header("X-Content-Type-Options", "nosniff")
                            .build());
        }
    }
}
