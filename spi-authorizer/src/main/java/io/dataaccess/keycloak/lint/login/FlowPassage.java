/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether there is a way through a flow on which nobody proves who they are, as Keycloak goes through it (26.7.3): conditions
 * are taken for untrue, all at once but for those that are each other's opposite, and who is asked for a credential that
 * they may set up themselves is taken to have none.
 */
final class FlowPassage {

    /** How somebody who can prove nothing fares. */
    private enum Outcome {
        STOPPED,
        PASSED,
        /** With somebody named, or linked, whose login it will be. */
        AS_SOMEBODY
    }

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Set<String> naming;
    private final Set<String> passed;
    private final FlowConditions conditions;

    /**
     * Executions that are in neither set, those of extensions as well, stop whoever can prove nothing.
     *
     * @param naming ids of authenticators that say whose login it is, and ask for no proof
     * @param passed ids of authenticators that ask for no proof, nor say whose login it is
     */
    FlowPassage(KeycloakSession session, RealmModel realm, Set<String> naming, Set<String> passed) {
        this.session = session;
        this.realm = realm;
        this.naming = naming;
        this.passed = passed;
        this.conditions = new FlowConditions(session, realm);
    }

    boolean isOpen(String flowId) {
        return of(flowId) == Outcome.AS_SOMEBODY;
    }

    private Outcome of(String flowId) {
        List<AuthenticationExecutionModel> executions = realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .filter(execution -> !conditions.isCondition(execution))
                .toList();
        List<AuthenticationExecutionModel> required = executions.stream()
                .filter(execution -> execution.isRequired() || conditions.isRun(execution))
                .toList();
        return required.isEmpty()
                ? best(executions.stream()
                        .filter(AuthenticationExecutionModel::isAlternative)
                        .map(this::of))
                : all(required);
    }

    private Outcome all(List<AuthenticationExecutionModel> required) {
        List<AuthenticationExecutionModel> stopping = required.stream()
                .filter(execution -> of(execution) == Outcome.STOPPED)
                .toList();
        boolean isStopped =
                stopping.stream().anyMatch(execution -> execution.isRequired() || isFirstLevel(execution, required))
                        || conditions.areAnyOpposite(stopping);
        return isStopped ? Outcome.STOPPED : best(required.stream().map(this::of));
    }

    /** A subflow of a level is gone through, whatever level is asked for, while none has been reached. */
    private boolean isFirstLevel(AuthenticationExecutionModel execution, List<AuthenticationExecutionModel> required) {
        return conditions.isOfLevelOnly(execution)
                && required.stream()
                        .limit(required.indexOf(execution))
                        .noneMatch(before -> conditions.isOfLevel(before) && of(before) != Outcome.STOPPED);
    }

    private static Outcome best(Stream<Outcome> outcomes) {
        return outcomes.max(Enum::compareTo).orElse(Outcome.STOPPED);
    }

    private Outcome of(AuthenticationExecutionModel execution) {
        if (execution.isAuthenticatorFlow()) {
            return of(execution.getFlowId());
        }
        String authenticator = String.valueOf(execution.getAuthenticator());
        if (naming.contains(authenticator)) {
            return Outcome.AS_SOMEBODY;
        }
        return passed.contains(authenticator) || isSetUpInstead(execution) ? Outcome.PASSED : Outcome.STOPPED;
    }

    /** Keycloak goes on without a required credential of people, and has whoever is there set it up afterwards. */
    private boolean isSetUpInstead(AuthenticationExecutionModel execution) {
        return execution.isRequired()
                && !conditions.isForThoseWhoHaveIt(execution)
                && session.getKeycloakSessionFactory()
                                .getProviderFactory(Authenticator.class, execution.getAuthenticator())
                        instanceof AuthenticatorFactory factory
                && factory.isUserSetupAllowed()
                && isSetUpInstead(factory.create(session));
    }

    private boolean isSetUpInstead(Authenticator authenticator) {
        return authenticator.requiresUser() && authenticator.areRequiredActionsEnabled(session, realm);
    }
}
