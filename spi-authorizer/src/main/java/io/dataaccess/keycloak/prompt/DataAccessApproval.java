/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.utils.MediaTypeMatcher;

/** Sends every login that asks for more than is allowed through the step-up, by password, SSO cookie or broker. */
final class DataAccessApproval implements RequiredActionProvider {

    /** Else {@code kc_action=data-access-approval} in a login's address would skip the step, and the gate refuse. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AskingLogin login = new AskingLogin(context);
        if (login.guarded().isEmpty() || login.decision().isAllowed()) {
            return;
        }
        context.getAuthenticationSession().addRequiredAction(DataAccessApprovalFactory.ID);
        if (login.isSilent()) {
            login.decision().firstRefused().ifPresent(new Refusals(context)::tellSilent);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        StepUp stepUp = new StepUp(context);
        if (MediaTypeMatcher.isJsonRequest(context.getHttpRequest().getHttpHeaders())) {
            stepUp.tellProgress();
        } else {
            stepUp.show();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        new StepUp(context).act(context.getHttpRequest().getDecodedFormParameters());
    }

    @Override
    public void close() {}
}
