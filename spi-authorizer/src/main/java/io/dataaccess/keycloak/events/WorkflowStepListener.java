/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import io.dataaccess.keycloak.login.SignOutTime;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.workflow.ResourceType;
import org.keycloak.models.workflow.WorkflowProviderEvent.WorkflowStepExecutedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Logins that wait end when a step of a workflow has disabled their account, of which no admin event tells (Keycloak 26.7.3). */
final class WorkflowStepListener implements ProviderEventListener {

    private static final String DISABLE = "disable-user";

    /** In a transaction of its own: the step has been committed, and the workflow may fail yet. */
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof WorkflowStepExecutedEvent step) {
            KeycloakSession session = step.getKeycloakSession();
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(), session.getContext(), own -> note(own, step));
        }
    }

    static void note(KeycloakSession session, WorkflowStepExecutedEvent step) {
        if (step.getResourceType() == ResourceType.USERS
                && (DISABLE.equals(step.getStepProviderId()) || isDisabled(session, step))) {
            new SignOutTime(session, session.getContext().getRealm()).noteNow(step.getResourceId());
        }
    }

    /** A step of somebody else's may disable as well. */
    private static boolean isDisabled(KeycloakSession session, WorkflowStepExecutedEvent step) {
        UserModel user = session.users().getUserById(session.getContext().getRealm(), step.getResourceId());
        return user != null && !user.isEnabled();
    }
}
