/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers the approval prompt as a required action. Where a realm switches it off, the gate still refuses. */
public final class DataAccessApprovalFactory implements RequiredActionFactory {

    /** Alias and provider id. */
    public static final String ID = "data-access-approval";

    private static final DataAccessApproval STEP_UP = new DataAccessApproval();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Approval of data access";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return STEP_UP;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
