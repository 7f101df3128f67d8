/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.login.LoginRestart;
import io.dataaccess.keycloak.login.LoginStart;
import io.dataaccess.keycloak.login.SessionLogin;
import io.dataaccess.keycloak.login.SsoSession;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's login by SSO cookie, with four things more: in an impersonated session it takes no application's word for an
 * action of the person, whoever wrote the action; it keeps what is known of the login that it goes on from; a login that was
 * just sent back to where it began asks for credentials, or it would go round in circles; and so does one that is to be recent
 * ({@code max_age}), or asks for a guarded scope, when the login of the session was ended.
 */
final class SsoCookieAuthenticator extends CookieAuthenticator {

    /** Ours: it refuses by itself, and says why. */
    private static final String OWN_ACTION = "data-access-approval";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String action = login.getClientNote(Constants.KC_ACTION);
        if (action != null && !action.equals(OWN_ACTION)) {
            refuseIfImpersonated(action, context);
        }
        if (LoginRestart.isBegun(context)) {
            LoginRestart.noteBegun(login);
            askAgain(context);
            return;
        }
        if (isEnded(context)) {
            LoginRestart.tell(context, LoginRestart.Why.ENDED);
            askAgain(context);
            return;
        }
        super.authenticate(context);
        LoginStart.noteCookie(login);
        UserSessionModel from = context.getSession().getContext().getUserSession();
        if (from == null || !Boolean.parseBoolean(login.getAuthNote(AuthenticationManager.SSO_AUTH))) {
            return;
        }
        SsoSession.note(from, login);
        if (Impersonation.isIn(from)) {
            Impersonation.carry(from, login);
        } else if (!from.getId().equals(login.getParentSession().getId())) {
            carryTime(from, login);
        }
    }

    /** Whoever asks for a recent login would be given the old one again: its session may be recent all the same. */
    private static boolean isEnded(AuthenticationFlowContext context) {
        AuthResult result =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        return result != null
                && isMoreThanAName(context, result.user())
                && new SessionLogin(
                                context.getSession(),
                                context.getRealm(),
                                context.getAuthenticationSession().getClient(),
                                Optional.of(result.session()))
                        .isEnded();
    }

    /** Whether the login is to be recent, or asks for a guarded scope, which the gate would refuse. */
    private static boolean isMoreThanAName(AuthenticationFlowContext context, UserModel user) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return login.getClientNote(OIDCLoginProtocol.MAX_AGE_PARAM) != null
                || TokenManager.getRequestedClientScopes(
                                context.getSession(),
                                login.getClientNote(OAuth2Constants.SCOPE),
                                login.getClient(),
                                user)
                        .anyMatch(scope -> ScopeCatalog.guardedScope(scope).isPresent());
    }

    /** As Keycloak asks when an application wants a new login ({@code prompt=login}). */
    private static void askAgain(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        AuthResult result = AuthenticationManager.authenticateIdentityCookie(session, context.getRealm(), true);
        if (result != null) {
            AuthenticationSessionModel login = context.getAuthenticationSession();
            context.setUser(result.user());
            new AcrStore(session, login).setLevelAuthenticatedToCurrentRequest(Constants.NO_LOA);
            login.setAuthNote(AuthenticationManager.FORCED_REAUTHENTICATION, "true");
        }
        context.attempted();
    }

    private static void refuseIfImpersonated(String action, AuthenticationFlowContext context) {
        AuthResult result =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (result != null && Impersonation.isIn(result.session())) {
            new RefusedChange(context.getSession(), context.getRealm())
                    .ofAction(action, result.session(), context.getEvent());
            AuthenticationManager.setKcActionStatus(action, KcActionStatus.ERROR, context.getAuthenticationSession());
        }
    }

    /**
     * A browser may send the cookies of two sessions, and Keycloak then makes a new session after a page, as if somebody had
     * logged in now (26.7.3): the time of a login is that of the credential.
     */
    private static void carryTime(UserSessionModel from, AuthenticationSessionModel login) {
        String time = from.getNote(AuthenticationManager.AUTH_TIME);
        login.setUserSessionNote(
                AuthenticationManager.AUTH_TIME, time == null ? String.valueOf(from.getStarted()) : time);
    }
}
