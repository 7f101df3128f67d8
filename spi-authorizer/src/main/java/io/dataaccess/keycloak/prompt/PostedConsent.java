/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.login.ConsentCall;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.authentication.RequiredActionContextResult;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Sends a login that posts a consent through the approval prompt as well. Keycloak looks for no required action then, and a
 * consent without session code is taken in the place of any (26.7.3): a login that has ended would become a session.
 */
@Provider
final class PostedConsent implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        UriInfo uri = request.getUriInfo();
        ConsentCall.of(request.getMethod(), uri.getPath(), uri.getQueryParameters()::getFirst)
                .flatMap(call -> call.login(session))
                .filter(login -> isOffered(login.getRealm()) && isOpen(session, login))
                .ifPresent(login -> request.abortWith(AuthenticationManager.redirectToRequiredActions(
                        session,
                        login.getRealm(),
                        login,
                        session.getContext().getUri(),
                        DataAccessApprovalFactory.ID)));
    }

    private static boolean isOffered(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(DataAccessApprovalFactory.ID);
        return action != null && action.isEnabled();
    }

    private static boolean isOpen(KeycloakSession session, AuthenticationSessionModel login) {
        RequiredActionFactory step = (RequiredActionFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RequiredActionProvider.class, DataAccessApprovalFactory.ID);
        EventBuilder event =
                new EventBuilder(login.getRealm(), session, session.getContext().getConnection());
        step.create(session)
                .evaluateTriggers(new RequiredActionContextResult(
                        login,
                        login.getRealm(),
                        event,
                        session,
                        session.getContext().getHttpRequest(),
                        login.getAuthenticatedUser(),
                        step));
        return login.getRequiredActions().contains(DataAccessApprovalFactory.ID);
    }
}
