/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.recipes.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Whether a token opens data: the scope, the audience, and an entry behind the scope that covers the data. */
final class DataAccess {

    private static final String API = "sample-api";

    private DataAccess() {}

    static AuthorizationManager<RequestAuthorizationContext> opens(String scope, String... categories) {
        return (user, request) -> new Answer(allows(user.get(), scope, List.of(categories)), scope);
    }

    /** RFC 6750: the refusal names the scope, so that the client knows what to ask for. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        if (denied instanceof AuthorizationDeniedException refused
                && refused.getAuthorizationResult() instanceof Answer answer) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(answer.scope));
        }
    }

    private static boolean allows(Authentication user, String scope, List<String> categories) {
        if (!(user instanceof AbstractOAuth2TokenAuthenticationToken<?> token)) {
            return false;
        }
        Map<String, Object> claims = token.getTokenAttributes();
        if (!"Bearer".equals(claims.get("typ"))) { // an ID, refresh or DPoP token
            throw new InvalidBearerTokenException("This is no bearer token");
        }
        if (token.getAuthorities().stream().noneMatch(held -> ("SCOPE_" + scope).equals(held.getAuthority()))) {
            return false;
        }
        if (!list(claims.get("aud")).contains(API)) { // after the scope, which brings it
            throw new InvalidBearerTokenException("The token is not meant for this API");
        }
        return list(claims.get("authorization_details")).stream()
                .anyMatch(entry -> entry instanceof Map<?, ?> details
                        && "data_access".equals(details.get("type"))
                        && scope.equals(details.get("identifier"))
                        && list(details.get("datatypes")).containsAll(categories)
                        && isRunning(details.get("approval")));
    }

    /** None was needed, or it is not over; one that cannot be read is over. */
    private static boolean isRunning(@Nullable Object approval) {
        return approval == null
                || (approval instanceof Map<?, ?> map
                        && map.get("approved_until") instanceof Number end
                        && Instant.now().isBefore(Instant.ofEpochSecond(end.longValue())));
    }

    private static Collection<?> list(@Nullable Object claim) {
        return claim instanceof Collection<?> values ? values : List.of();
    }

    private static final class Answer extends AuthorizationDecision {

        private static final long serialVersionUID = 1L;

        private final String scope;

        Answer(boolean granted, String scope) {
            super(granted);
            this.scope = scope;
        }
    }
}
