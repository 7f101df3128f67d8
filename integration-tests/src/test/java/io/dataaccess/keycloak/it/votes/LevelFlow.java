/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import io.dataaccess.keycloak.testing.Created;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;

/**
 * A browser flow with levels of authentication: the password is level 1, the second factor level 2, and recovery codes level
 * 3, which nobody has and nobody can set up.
 */
final class LevelFlow {

    private static final String NAME = "levels";

    private final AuthenticationManagementResource flows;

    private LevelFlow(AuthenticationManagementResource flows) {
        this.flows = flows;
    }

    /** With names for the levels, codes that can be used again, and the sample application as one that administers. */
    static void install(Realm realm) {
        new LevelFlow(realm.admin().flows()).make();
        realm.change(changed -> {
            changed.setBrowserFlow(NAME);
            changed.setOtpPolicyCodeReusable(true);
            changed.getAttributes().put("acr.loa.map", "{\"silver\":1,\"gold\":2,\"platinum\":3}");
            changed.getAttributes().put("data-access.adminClients", "admin-cli sample-app");
        });
    }

    private void make() {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(NAME);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        Created.check(flows.createFlow(flow));
        execution(NAME, "auth-cookie", "ALTERNATIVE");
        subflow(NAME, "levels forms", "ALTERNATIVE");
        level("1", "auth-username-password-form");
        level("2", "auth-otp-form");
        level("3", "auth-recovery-authn-code-form");
    }

    private void level(String level, String authenticator) {
        String name = "level " + level;
        subflow("levels forms", name, "CONDITIONAL");
        String condition = execution(name, "conditional-level-of-authentication", "REQUIRED");
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias(name);
        config.setConfig(Map.of("loa-condition-level", level, "loa-max-age", "36000"));
        Created.check(flows.newExecutionConfig(condition, config));
        execution(name, authenticator, "REQUIRED");
    }

    private void subflow(String parent, String name, String requirement) {
        flows.addExecutionFlow(
                parent, Map.of("alias", name, "type", "basic-flow", "provider", "registration-page-form"));
        require(name, requirement);
    }

    /** The id. */
    private String execution(String parent, String authenticator, String requirement) {
        flows.addExecution(parent, Map.of("provider", authenticator));
        AuthenticationExecutionInfoRepresentation made = flows.getExecutions(parent).stream()
                .filter(execution -> authenticator.equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow();
        made.setRequirement(requirement);
        flows.updateExecutions(parent, made);
        return made.getId();
    }

    private void require(String name, String requirement) {
        AuthenticationExecutionInfoRepresentation made = flows.getExecutions(NAME).stream()
                .filter(execution -> name.equals(execution.getDisplayName()))
                .findFirst()
                .orElseThrow();
        made.setRequirement(requirement);
        flows.updateExecutions(NAME, made);
    }
}
