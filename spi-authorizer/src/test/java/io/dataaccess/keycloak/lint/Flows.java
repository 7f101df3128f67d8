/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSessionFactory;

/** Authentication flows of a realm. */
final class Flows {

    static final String CONFIGURED = "conditional-user-configured";
    static final String LEVEL = "conditional-level-of-authentication";

    private final ProblemRealm realm;
    private int made;

    Flows(ProblemRealm realm) {
        this.realm = realm;
        KeycloakSessionFactory factories = realm.session.getKeycloakSessionFactory();
        Stream.of(CONFIGURED, LEVEL).forEach(condition -> {
            ConditionalAuthenticatorFactory factory = mock();
            when(factories.getProviderFactory(Authenticator.class, condition)).thenReturn(factory);
        });
    }

    AuthenticationFlowModel flow(AuthenticationExecutionModel... executions) {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        String id = "flow-" + made++;
        flow.setId(id);
        flow.setAlias(id);
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
        execution.setRequirement(requirement);
        execution.setAuthenticator(authenticator);
        return execution;
    }

    AuthenticationExecutionModel subflow(Requirement requirement, AuthenticationExecutionModel... executions) {
        AuthenticationExecutionModel subflow = new AuthenticationExecutionModel();
        subflow.setRequirement(requirement);
        subflow.setAuthenticatorFlow(true);
        subflow.setFlowId(flow(executions).getId());
        return subflow;
    }
}
