/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.login.CredentialChange;
import io.dataaccess.keycloak.login.Impersonation;
import java.util.function.Consumer;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A required action that only the person takes. In an impersonated session nothing triggers it (Keycloak's on the language
 * writes then, 26.7.3), it is passed over when it would be shown (the login goes on, an application that asked for it reads
 * {@code kc_action_status=error}), and ends the login when it is sent.
 * Credentials that it changes in person are those that the login rests on from then on.
 */
class InPersonAction implements RequiredActionProvider {

    private final RequiredActionProvider action;
    private final Consumer<RequiredActionContext> refused;

    private InPersonAction(RequiredActionProvider action, Consumer<RequiredActionContext> refused) {
        this.action = action;
        this.refused = refused;
    }

    static RequiredActionProvider of(String id, RequiredActionProvider action) {
        return of(
                action,
                context -> new RefusedChange(context.getSession(), context.getRealm())
                        .ofAction(id, context.getAuthenticationSession(), context.getEvent()));
    }

    /**
     * Keycloak asks actions about credentials by the two further interfaces, and tells them apart (26.7.3).
     *
     * @param refused told of every refusal
     */
    static RequiredActionProvider of(RequiredActionProvider action, Consumer<RequiredActionContext> refused) {
        if (action instanceof CredentialRegistrator) {
            return new Registrator(action, refused);
        }
        return action instanceof CredentialAction
                ? new OnCredential(action, refused)
                : new InPersonAction(action, refused);
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return action.initiatedActionSupport();
    }

    @Override
    public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel authSession) {
        action.initiatedActionCanceled(session, authSession);
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!isImpersonated(context)) {
            action.evaluateTriggers(context);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isImpersonated(context)) {
            refused.accept(context);
            context.ignore();
        } else {
            action.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (isImpersonated(context)) {
            refused.accept(context);
            context.failure("Not while acting as someone else (impersonated)");
        } else if (isAboutCredentials()) {
            changeCredentials(context);
        } else {
            action.processAction(context);
        }
    }

    /** What somebody else has changed since the login is left to be found. */
    private void changeCredentials(RequiredActionContext context) {
        CredentialChange change = new CredentialChange(context.getAuthenticationSession(), context.getUser());
        boolean isFoundBefore = change.isFound();
        action.processAction(context);
        if (!isFoundBefore && context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            change.noteAgain();
        }
    }

    private boolean isAboutCredentials() {
        return action instanceof CredentialAction || action instanceof UpdatePassword;
    }

    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return action.getMaxAuthAge(session);
    }

    @Override
    public void close() {
        action.close();
    }

    private static boolean isImpersonated(RequiredActionContext context) {
        return Impersonation.isIn(context.getSession(), context.getAuthenticationSession());
    }

    private static class OnCredential extends InPersonAction implements CredentialAction {

        private final CredentialAction credentials;

        OnCredential(RequiredActionProvider action, Consumer<RequiredActionContext> refused) {
            super(action, refused);
            this.credentials = (CredentialAction) action;
        }

        @Override
        public String getCredentialType(KeycloakSession session, AuthenticationSessionModel authSession) {
            return credentials.getCredentialType(session, authSession);
        }
    }

    private static final class Registrator extends OnCredential implements CredentialRegistrator {

        Registrator(RequiredActionProvider action, Consumer<RequiredActionContext> refused) {
            super(action, refused);
        }
    }
}
