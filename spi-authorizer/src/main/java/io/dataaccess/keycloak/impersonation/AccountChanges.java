/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.session.CallPath;
import io.dataaccess.keycloak.session.Impersonation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Refuses whatever would change a person's account in an impersonated session: every writing call of Keycloak's account
 * REST, and the linking of an identity provider's account by an application. Reading stays possible.
 */
@Provider
final class AccountChanges implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> path = CallPath.segments(request.getUriInfo().getPath());
        if (path.size() < 3 || !path.get(0).equals("realms")) {
            return;
        }
        boolean changes = path.get(2).equals("account") && !READING.contains(request.getMethod());
        boolean links =
                path.get(2).equals("broker") && path.get(path.size() - 1).equals("link");
        if (changes || links) {
            refuseIfImpersonated(request, path);
        }
    }

    private static void refuseIfImpersonated(ContainerRequestContext request, List<String> path) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        RealmModel realm = session.realms().getRealmByName(path.get(1));
        if (realm == null) {
            return;
        }
        CallersSession callers = new CallersSession(session, realm);
        Optional<UserSessionModel> impersonated = Stream.concat(callers.ofToken(), callers.ofCookie())
                .filter(Impersonation::isIn)
                .findFirst();
        if (impersonated.isPresent()) {
            String what = request.getMethod() + " /" + String.join("/", path.subList(2, path.size()));
            new RefusedChange(session, realm).ofAccount(what, impersonated.get());
            request.abortWith(Response.status(Response.Status.FORBIDDEN)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(Map.of("error", "impersonated", "errorMessage", "Not while acting as someone else"))
                    .build());
        }
    }
}
