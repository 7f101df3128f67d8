/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether there is a way through a flow on which nobody proves who they are, as Keycloak goes through it (26.7.3). Of
 * conditions one at a time is taken for untrue: two may be each other's opposite, and then nothing is said.
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
    }

    boolean isOpen(String flowId) {
        return of(flowId) == Outcome.AS_SOMEBODY;
    }

    private Outcome of(String flowId) {
        List<AuthenticationExecutionModel> executions =
                executions(flowId).filter(execution -> !isCondition(execution)).toList();
        List<AuthenticationExecutionModel> required = executions.stream()
                .filter(execution -> execution.isRequired() || isRun(execution))
                .toList();
        return required.isEmpty()
                ? best(executions.stream()
                        .filter(AuthenticationExecutionModel::isAlternative)
                        .map(this::of))
                : all(required);
    }

    private Outcome all(List<AuthenticationExecutionModel> required) {
        List<AuthenticationExecutionModel> levels =
                required.stream().filter(this::isLevel).toList();
        List<AuthenticationExecutionModel> stopping = required.stream()
                .filter(execution -> of(execution) == Outcome.STOPPED)
                .filter(execution -> levels.indexOf(execution) <= 0)
                .toList();
        boolean isStopped = stopping.size() > 1
                || stopping.stream().anyMatch(execution -> execution.isRequired() || isLevel(execution));
        return isStopped ? Outcome.STOPPED : best(required.stream().map(this::of));
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
        return passed.contains(authenticator) ? Outcome.PASSED : Outcome.STOPPED;
    }

    /** Keycloak leaves out a conditional subflow without a condition. */
    private boolean isRun(AuthenticationExecutionModel execution) {
        return execution.isConditional()
                && execution.isAuthenticatorFlow()
                && executions(execution.getFlowId()).anyMatch(this::isCondition);
    }

    /** A subflow of a level: the first is always gone through, and further ones by those who ask for the level. */
    private boolean isLevel(AuthenticationExecutionModel execution) {
        return execution.isConditional()
                && executions(execution.getFlowId())
                        .anyMatch(inside ->
                                ConditionalLoaAuthenticatorFactory.PROVIDER_ID.equals(inside.getAuthenticator()));
    }

    private Stream<AuthenticationExecutionModel> executions(String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId).filter(AuthenticationExecutionModel::isEnabled);
    }

    private boolean isCondition(AuthenticationExecutionModel execution) {
        return !execution.isAuthenticatorFlow()
                && session.getKeycloakSessionFactory()
                                .getProviderFactory(Authenticator.class, execution.getAuthenticator())
                        instanceof ConditionalAuthenticatorFactory;
    }
}
