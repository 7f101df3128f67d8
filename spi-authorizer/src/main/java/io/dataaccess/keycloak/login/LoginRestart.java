/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.models.Constants;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Sends a login back to where it began, as Keycloak does with one that stood still for too long. */
public final class LoginRestart {

    /** Why it has to begin anew, as the person is told. */
    public enum Why {
        /** What it rested on has ended meanwhile. */
        ENDED("dataAccessLoginAgain"),
        /** It rests on a session alone, and a credential is about to be set up. */
        SET_UP("dataAccessLoginBeforeSetUp");

        private final String message;

        Why(String message) {
            this.message = message;
        }
    }

    /** What an application reads that asked for a login which no credential is asked for in. */
    public static final String IN_VAIN = "The login has to begin anew, and no credential is asked for";

    private static final String BEGUN = "data-access.login-begun-anew";

    private final RequiredActionContext context;

    public LoginRestart(RequiredActionContext context) {
        this.context = context;
    }

    /**
     * The person has to log in again, and is told why; nothing that the login had is kept, but which requests it waited for.
     *
     * @return the login page, to redirect to; empty when the login has begun anew and come back without a credential: it
     *     would go round in circles
     */
    public Optional<URI> begin(Why why) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        if (session.getAuthNote(BEGUN) != null && !new GivenCredentials(context).areThere()) {
            return Optional.empty();
        }
        AuthenticationProcessor.resetFlow(session, LoginActionsService.AUTHENTICATE_PATH);
        session.setAuthNote(LoginActionsService.FORWARDED_ERROR_MESSAGE_NOTE, why.message);
        return Optional.of(loginPage(session));
    }

    /** Whether the login has just been sent back: what had ended it, may end at once what a session makes of it by itself. */
    public static boolean isBegun(AuthenticationFlowContext flow) {
        return Optional.ofNullable(flow.getForwardedErrorMessage())
                .map(FormMessage::getMessage)
                .filter(message -> Arrays.stream(Why.values()).anyMatch(why -> why.message.equals(message)))
                .isPresent();
    }

    /** Lets the next page say why it asks for a credential. */
    public static void tell(AuthenticationFlowContext flow, Why why) {
        flow.setForwardedInfoMessage(why.message);
    }

    /** Notes that it has, until it is sent back once more. */
    public static void noteBegun(AuthenticationSessionModel login) {
        login.setAuthNote(BEGUN, "true");
    }

    private URI loginPage(AuthenticationSessionModel session) {
        URI base = context.getSession().getContext().getUri().getBaseUri();
        return KeycloakUriBuilder.fromUri(
                        Urls.realmLoginPage(base, context.getRealm().getName()))
                .queryParam(Constants.CLIENT_ID, session.getClient().getClientId())
                .queryParam(Constants.TAB_ID, session.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(context.getSession(), session))
                .build();
    }
}
