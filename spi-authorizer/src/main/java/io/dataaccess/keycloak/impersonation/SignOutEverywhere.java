/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.login.CallPath;
import io.dataaccess.keycloak.login.SignOutTime;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Notes that a person signed out everywhere by Keycloak's account REST. Keycloak sends an event for each session that ends,
 * and so none where there is no other (26.7.3), while a login may still be waiting.
 */
@Provider
final class SignOutEverywhere implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String WHO = SignOutEverywhere.class.getName();

    /** Who calls is known by their session, which the call itself may end. */
    @Override
    public void filter(ContainerRequestContext request) {
        List<String> path = CallPath.segments(request.getUriInfo().getPath());
        if (request.getMethod().equals("DELETE") && isOfSessions(path)) {
            KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
            RealmModel realm = session.realms().getRealmByName(path.get(1));
            if (realm != null) {
                SignOutTime signedOut = new SignOutTime(session, realm);
                new CallerSessions(session)
                        .ofToken()
                        .findFirst()
                        .map(callers -> callers.getUser().getId())
                        .ifPresent(user -> request.setProperty(WHO, (Runnable) () -> signedOut.noteNow(user)));
            }
        }
    }

    /** Only then Keycloak has checked that it is their token. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean done = response.getStatus() == Response.Status.NO_CONTENT.getStatusCode();
        if (done && request.getProperty(WHO) instanceof Runnable note) {
            note.run();
        }
    }

    /** {@code /realms/workforce/account/sessions}; before the last there may be a version. */
    private static boolean isOfSessions(List<String> path) {
        return (path.size() == 4 || path.size() == 5)
                && path.get(0).equals("realms")
                && path.get(2).equals("account")
                && path.get(path.size() - 1).equals("sessions");
    }
}
