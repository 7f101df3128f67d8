/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * The request that asks for a token.
 *
 * @param grantType its {@code grant_type}; empty for tokens handed out in the browser (implicit and hybrid flow)
 */
record TokenRequest(Optional<String> grantType) {

    /** Keycloak takes slashes and matrix parameters behind it as well (26.7.3). */
    private static final Pattern TOKEN_ENDPOINT =
            Pattern.compile(".*/protocol/openid-connect/token(?:[/;].*)?", Pattern.DOTALL);

    static TokenRequest of(KeycloakSession session, TokenPostProcessorContext context) {
        if (context.requestRefreshToken() != null) {
            return new TokenRequest(Optional.of(OAuth2Constants.REFRESH_TOKEN));
        }
        // The form counts at the token endpoint only: a login form could carry a field of that name, too.
        return new TokenRequest(Optional.of(session.getContext().getUri().getPath())
                .filter(path -> TOKEN_ENDPOINT.matcher(path).matches())
                .map(path -> session.getContext().getHttpRequest().getDecodedFormParameters())
                .map(form -> form.getFirst(OAuth2Constants.GRANT_TYPE)));
    }

    boolean isRefresh() {
        return grantType.filter(OAuth2Constants.REFRESH_TOKEN::equals).isPresent();
    }

    /** The type of event that Keycloak sends for this request. */
    EventType eventType(KeycloakSession session) {
        return grantType
                .map(type -> session.getProvider(OAuth2GrantType.class, type))
                .map(OAuth2GrantType::getEventType)
                .orElse(EventType.LOGIN);
    }
}
