/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.session.CallPath;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContextResult;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Sends a login that posts a consent through the step-up as well. Keycloak looks for no required action then, and a
 * consent without session code is taken in the place of any (26.7.3): a login that has ended would become a session.
 */
@Provider
final class PostedConsent implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> path = CallPath.segments(request.getUriInfo().getPath());
        if (!request.getMethod().equals("POST") || !isConsent(path)) {
            return;
        }
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        RealmModel realm = session.realms().getRealmByName(path.get(1));
        if (realm != null && isOffered(realm)) {
            session.getContext().setRealm(realm);
            login(session, realm)
                    .filter(login -> isOpen(session, login))
                    .ifPresent(login -> request.abortWith(AuthenticationManager.redirectToRequiredActions(
                            session, realm, login, session.getContext().getUri(), DataAccessApprovalFactory.ID)));
        }
    }

    private static boolean isConsent(List<String> path) {
        return path.size() == 4
                && path.get(0).equals("realms")
                && path.get(2).equals("login-actions")
                && path.get(3).equals("consent");
    }

    private static boolean isOffered(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(DataAccessApprovalFactory.ID);
        return action != null && action.isEnabled();
    }

    /** Found as Keycloak finds it; one whose credentials are not all given yet posts no consent there either. */
    private static Optional<AuthenticationSessionModel> login(KeycloakSession session, RealmModel realm) {
        MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
        return Optional.ofNullable(query.getFirst(Constants.CLIENT_ID))
                .map(realm::getClientByClientId)
                .map(client -> new AuthenticationSessionManager(session)
                        .getCurrentAuthenticationSession(realm, client, query.getFirst(Constants.TAB_ID)))
                .filter(login -> AuthenticationSessionModel.Action.REQUIRED_ACTIONS
                        .name()
                        .equals(login.getAction()));
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
