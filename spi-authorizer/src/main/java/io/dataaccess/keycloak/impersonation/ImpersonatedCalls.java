/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.login.CallPath;
import io.dataaccess.keycloak.login.Impersonation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Refuses what would be done in a person's name in an impersonated session: every writing call with its token, wherever it
 * goes (account, administration, registration of clients, protection of resources, interfaces of other extensions), and the
 * linking of an identity provider's account by an application. Reading stays possible, and so does OpenID Connect, which
 * gives no more than the session's own tokens. In a person's own session it refuses what {@link AccountChanges} says.
 */
@Provider
final class ImpersonatedCalls implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> path = CallPath.segments(request.getUriInfo().getPath());
        CalledEndpoint endpoint = new CalledEndpoint(request.getMethod(), path);
        callers(endpoint)
                .filter(Impersonation::isIn)
                .findFirst()
                .ifPresentOrElse(
                        impersonated -> refuse(request, endpoint, impersonated),
                        () -> new AccountChanges(KeycloakSessionUtil.getKeycloakSession())
                                .refusal(endpoint)
                                .ifPresent(request::abortWith));
    }

    private static Stream<UserSessionModel> callers(CalledEndpoint endpoint) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        CallerSessions callers = new CallerSessions(session);
        Stream<UserSessionModel> ofToken = endpoint.changesByToken() ? callers.ofToken() : Stream.empty();
        Stream<UserSessionModel> ofCookie = endpoint.changesByCookie()
                ? Stream.ofNullable(session.realms().getRealmByName(endpoint.realm()))
                        .flatMap(callers::ofCookie)
                : Stream.empty();
        return Stream.concat(ofToken, ofCookie);
    }

    private static void refuse(
            ContainerRequestContext request, CalledEndpoint endpoint, UserSessionModel impersonated) {
        new RefusedChange(KeycloakSessionUtil.getKeycloakSession(), impersonated.getRealm())
                .ofCall(endpoint.toString(), impersonated);
        request.abortWith(Response.status(Response.Status.FORBIDDEN)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error", "impersonated", "errorMessage", "Not while acting as someone else"))
                .build());
    }
}
