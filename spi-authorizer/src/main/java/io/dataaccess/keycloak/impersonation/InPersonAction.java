/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.login.CredentialChange;
import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.login.LoginRestart;
import io.dataaccess.keycloak.login.LoginRestart.Why;
import io.dataaccess.keycloak.login.LoginValidity;
import jakarta.ws.rs.core.Response;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A required action that only the person takes. In an impersonated session nothing triggers it (Keycloak's on the language
 * writes then, 26.7.3), it is passed over when it would be shown (the login goes on, an application that asked for it reads
 * {@code kc_action_status=error}), and ends the login when it is sent.
 * In person it is taken while the login still holds, and else sends the login back to where it began; so does one that needs
 * a credential to be given before. Credentials that it changes are those that the login rests on from then on.
 */
class InPersonAction implements RequiredActionProvider {

    private final RequiredActionProvider action;
    private final LoginBeforeAction before;
    private final Consumer<RequiredActionContext> refused;
    private final BiConsumer<RequiredActionContext, Why> ended;

    private InPersonAction(
            String id,
            RequiredActionProvider action,
            Consumer<RequiredActionContext> refused,
            BiConsumer<RequiredActionContext, Why> ended) {
        this.action = action;
        this.before = new LoginBeforeAction(id, action);
        this.refused = refused;
        this.ended = ended;
    }

    static RequiredActionProvider of(String id, RequiredActionProvider action) {
        return of(
                id,
                action,
                context -> new RefusedChange(context.getSession(), context.getRealm())
                        .ofAction(id, context.getAuthenticationSession(), context.getEvent()),
                (context, why) -> new LoginRestart(context)
                        .begin(why)
                        .ifPresentOrElse(
                                page -> context.challenge(
                                        Response.seeOther(page).build()),
                                () -> context.failure(LoginRestart.IN_VAIN)));
    }

    /**
     * Keycloak asks actions about credentials by the two further interfaces, and tells them apart (26.7.3).
     *
     * @param refused told of every refusal
     * @param ended called in place of the action when the login holds no longer
     */
    static RequiredActionProvider of(
            String id,
            RequiredActionProvider action,
            Consumer<RequiredActionContext> refused,
            BiConsumer<RequiredActionContext, Why> ended) {
        if (action instanceof CredentialRegistrator) {
            return new Registrator(id, action, refused, ended);
        }
        return action instanceof CredentialAction
                ? new OnCredential(id, action, refused, ended)
                : new InPersonAction(id, action, refused, ended);
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
        if (context.getUser() != null) {
            // Of every realm: one may be without the approval prompt, which notes it as well.
            new LoginValidity(context).note();
        }
        if (!isImpersonated(context)) {
            action.evaluateTriggers(context);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isImpersonated(context)) {
            refused.accept(context);
            context.ignore();
        } else if (before.isNeeded(context)) {
            ended.accept(context, Why.SET_UP);
        } else {
            action.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (isImpersonated(context)) {
            refused.accept(context);
            context.failure("Not while acting as someone else (impersonated)");
        } else if (!new LoginValidity(context).isGood()) {
            ended.accept(context, Why.ENDED);
        } else if (before.isNeeded(context)) {
            ended.accept(context, Why.SET_UP);
        } else {
            takeInPerson(context);
        }
    }

    private void takeInPerson(RequiredActionContext context) {
        action.processAction(context);
        if (before.isAboutCredentials() && context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            new CredentialChange(context.getAuthenticationSession(), context.getUser()).noteAgain();
        }
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

        OnCredential(
                String id,
                RequiredActionProvider action,
                Consumer<RequiredActionContext> refused,
                BiConsumer<RequiredActionContext, Why> ended) {
            super(id, action, refused, ended);
            this.credentials = (CredentialAction) action;
        }

        @Override
        public String getCredentialType(KeycloakSession session, AuthenticationSessionModel authSession) {
            return credentials.getCredentialType(session, authSession);
        }
    }

    private static final class Registrator extends OnCredential implements CredentialRegistrator {

        Registrator(
                String id,
                RequiredActionProvider action,
                Consumer<RequiredActionContext> refused,
                BiConsumer<RequiredActionContext, Why> ended) {
            super(id, action, refused, ended);
        }
    }
}
