/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.login.GivenCredentials;
import io.dataaccess.keycloak.login.LoginStart;
import io.dataaccess.keycloak.login.SessionLogin;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.authentication.requiredactions.UpdateProfile;
import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.models.Constants;

/**
 * Whether a credential has to be given before an action is taken, because it gives a way to log in and the login proves too
 * little: a name that somebody has said, or a session that somebody else may sit at by now.
 */
final class LoginBeforeAction {

    private final String id;
    private final RequiredActionProvider action;

    LoginBeforeAction(String id, RequiredActionProvider action) {
        this.id = id;
        this.action = action;
    }

    boolean isNeeded(RequiredActionContext context) {
        GivenCredentials given = new GivenCredentials(context);
        if (given.areOfNameOnly()) {
            return isAboutCredentials() || isAboutEmail();
        }
        if (!given.areOfSessionOnly()) {
            return false;
        }
        return (isAskedFor(context) || isAboutEmail()) ? !isSessionRecent(context) : isAboutCredentials();
    }

    /** Whether it changes what its person logs in with. */
    boolean isAboutCredentials() {
        return action instanceof CredentialAction
                || action instanceof UpdatePassword
                || action instanceof IdpLinkAction;
    }

    /** A password is set by a mail to the address, where the realm allows it. */
    private boolean isAboutEmail() {
        return action instanceof UpdateEmail || action instanceof UpdateProfile;
    }

    private boolean isAskedFor(RequiredActionContext context) {
        return id.equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    private static boolean isSessionRecent(RequiredActionContext context) {
        return RecentLogin.of(context.getRealm())
                .isMetBy(new SessionLogin(
                        context.getSession(),
                        context.getRealm(),
                        context.getAuthenticationSession().getClient(),
                        new LoginStart(context).userSession()));
    }
}
