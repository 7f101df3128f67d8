/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.login.ConsentCall;
import io.dataaccess.keycloak.login.Impersonation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/** Lets nobody give a person's consent in an impersonated session: the application reads that it was denied. */
@Provider
final class ImpersonatedConsent implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        UriInfo uri = request.getUriInfo();
        ConsentCall.of(request.getMethod(), uri.getPath(), uri.getQueryParameters()::getFirst)
                .flatMap(call -> call.login(session))
                .filter(login -> Impersonation.isIn(session, login))
                .ifPresent(login -> request.abortWith(deny(session, login)));
    }

    private static Response deny(KeycloakSession session, AuthenticationSessionModel login) {
        EventBuilder event = new EventBuilder(
                        login.getRealm(), session, session.getContext().getConnection())
                .client(login.getClient());
        new RefusedChange(session, login.getRealm()).ofAction("consent", login, event);
        return session.getProvider(LoginProtocol.class, login.getProtocol())
                .setRealm(login.getRealm())
                .setHttpHeaders(session.getContext().getHttpRequest().getHttpHeaders())
                .setUriInfo(session.getContext().getUri())
                .setEventBuilder(event)
                .sendError(login, LoginProtocol.Error.CONSENT_DENIED, null);
    }
}
