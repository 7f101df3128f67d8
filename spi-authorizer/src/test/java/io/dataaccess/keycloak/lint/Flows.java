/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSessionFactory;

/** Authentication flows of a realm. */
final class Flows {

    static final String CONFIGURED = "conditional-user-configured";
    static final String LEVEL = "conditional-level-of-authentication";
    static final String ROLE = "conditional-user-role";
    static final String EXECUTED = "conditional-sub-flow-executed";

    private static final AtomicInteger EXECUTIONS = new AtomicInteger();

    private final ProblemRealm realm;
    private int made;

    Flows(ProblemRealm realm) {
        this.realm = realm;
        KeycloakSessionFactory factories = realm.session.getKeycloakSessionFactory();
        Stream.of(CONFIGURED, LEVEL, ROLE, EXECUTED).forEach(condition -> {
            ConditionalAuthenticatorFactory factory = mock();
            when(factories.getProviderFactory(Authenticator.class, condition)).thenReturn(factory);
        });
    }

    /**
     * Whoever lacks the credential may set it up.
     *
     * @param needsUser whether somebody has to be named before
     * @param isActionOn whether the realm has the action that sets it up
     */
    void letPeopleSetUp(String authenticator, boolean needsUser, boolean isActionOn) {
        AuthenticatorFactory factory = mock();
        Authenticator made = mock();
        when(factory.isUserSetupAllowed()).thenReturn(true);
        when(factory.create(realm.session)).thenReturn(made);
        when(made.requiresUser()).thenReturn(needsUser);
        when(made.areRequiredActionsEnabled(realm.session, realm.realm)).thenReturn(isActionOn);
        when(realm.session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, authenticator))
                .thenReturn(factory);
    }

    AuthenticationExecutionModel condition(String authenticator, Map<String, String> settings) {
        AuthenticationExecutionModel condition = required(authenticator);
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setConfig(settings);
        condition.setAuthenticatorConfig("config-of-" + condition.getId());
        when(realm.realm.getAuthenticatorConfigById("config-of-" + condition.getId()))
                .thenReturn(config);
        return condition;
    }

    AuthenticationFlowModel flow(AuthenticationExecutionModel... executions) {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        String id = "flow-" + made++;
        flow.setId(id);
        flow.setAlias(id);
        Stream.of(executions).forEach(execution -> execution.setParentFlow(id));
        when(realm.realm.getAuthenticationExecutionsStream(id)).thenAnswer(call -> Stream.of(executions));
        when(realm.realm.getAuthenticationFlowById(id)).thenReturn(flow);
        return flow;
    }

    static AuthenticationExecutionModel required(String authenticator) {
        return execution(Requirement.REQUIRED, authenticator);
    }

    static AuthenticationExecutionModel alternative(String authenticator) {
        return execution(Requirement.ALTERNATIVE, authenticator);
    }

    static AuthenticationExecutionModel execution(Requirement requirement, String authenticator) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setId("execution-" + EXECUTIONS.incrementAndGet());
        execution.setRequirement(requirement);
        execution.setAuthenticator(authenticator);
        return execution;
    }

    AuthenticationExecutionModel subflow(Requirement requirement, AuthenticationExecutionModel... executions) {
        AuthenticationExecutionModel subflow = new AuthenticationExecutionModel();
        subflow.setId("execution-" + EXECUTIONS.incrementAndGet());
        subflow.setRequirement(requirement);
        subflow.setAuthenticatorFlow(true);
        String flowId = flow(executions).getId();
        subflow.setFlowId(flowId);
        when(realm.realm.getAuthenticationExecutionByFlowId(flowId)).thenReturn(subflow);
        return subflow;
    }
}
