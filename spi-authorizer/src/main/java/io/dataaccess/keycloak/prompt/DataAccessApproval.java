/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.login.LoginRestart;
import io.dataaccess.keycloak.login.LoginStart;
import io.dataaccess.keycloak.login.LoginValidity;
import io.dataaccess.keycloak.prompt.login.LoginNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.utils.MediaTypeMatcher;

/**
 * Sends every login that asks for more than is allowed through the approval prompt, by password, SSO cookie or broker, and one that
 * ended while another page held it up back to where it began: a session would come of it, with whatever runs for the person.
 */
final class DataAccessApproval implements RequiredActionProvider {

    /** Else {@code kc_action=data-access-approval} in a login's address would skip the step, and the gate refuse. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (context.getUser() == null) {
            return;
        }
        // Of every login: another page may hold it up, and an approver's login to the console counts by its time.
        LoginValidity validity = new LoginValidity(context);
        validity.note();
        LoginStart start = new LoginStart(context);
        start.tellKeycloak();
        LoginContext login = new LoginContext(context);
        boolean goesOn = login.guarded().isEmpty()
                ? !start.isHeldUp() || validity.isGood()
                : validity.isGood() && login.isSettled();
        if (goesOn) {
            LoginNotes.requests(context.getAuthenticationSession()).forget();
            return;
        }
        context.getAuthenticationSession().addRequiredAction(DataAccessApprovalFactory.ID);
        if (login.isSilent()) {
            login.decision().firstRefused().ifPresent(new PromptRefusals(context)::tellSilent);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        boolean isScript =
                MediaTypeMatcher.isJsonRequest(context.getHttpRequest().getHttpHeaders());
        if (new LoginValidity(context).isGood()) {
            ApprovalPrompt stepUp = new ApprovalPrompt(context);
            if (isScript) {
                stepUp.tellProgress();
            } else {
                stepUp.show();
            }
        } else if (isScript) {
            // It opens the page anew, which sends the person to log in.
            context.challenge(Response.status(Response.Status.UNAUTHORIZED).build());
        } else {
            beginAnew(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        LoginValidity validity = new LoginValidity(context);
        if (ApprovalPrompt.isGivingUp(form) ? validity.isGood() : validity.mayAct()) {
            new ApprovalPrompt(context).act(form);
        } else if (ApprovalPrompt.isGivingUp(form)) {
            context.failure("The login was ended without access to classified data (sign_in_cancelled)");
        } else {
            beginAnew(context);
        }
    }

    private static void beginAnew(RequiredActionContext context) {
        new LoginRestart(context)
                .begin(LoginRestart.Why.ENDED)
                .ifPresentOrElse(
                        page -> context.challenge(Response.seeOther(page).build()),
                        () -> context.failure(LoginRestart.IN_VAIN));
    }

    @Override
    public void close() {}
}
