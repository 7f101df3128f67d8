/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalClientScopeAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalRoleAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalSubFlowExecutedAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalUserAttributeValueFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalUserConfiguredAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Under which conditions Keycloak goes through conditional subflows of one flow (26.7.3). */
final class FlowConditions {

    /** The settings that turn conditions round which stay the same all through a login. */
    private static final Map<String, String> NEGATED_BY = Map.of(
            ConditionalRoleAuthenticatorFactory.PROVIDER_ID,
            ConditionalRoleAuthenticatorFactory.CONF_NEGATE,
            ConditionalUserAttributeValueFactory.PROVIDER_ID,
            ConditionalUserAttributeValueFactory.CONF_NOT,
            ConditionalClientScopeAuthenticatorFactory.PROVIDER_ID,
            ConditionalClientScopeAuthenticatorFactory.CONF_NEGATE);

    private final KeycloakSession session;
    private final RealmModel realm;

    FlowConditions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    boolean isCondition(AuthenticationExecutionModel execution) {
        return !execution.isAuthenticatorFlow()
                && session.getKeycloakSessionFactory()
                                .getProviderFactory(Authenticator.class, execution.getAuthenticator())
                        instanceof ConditionalAuthenticatorFactory;
    }

    /** Keycloak leaves out a conditional subflow without a condition. */
    boolean isRun(AuthenticationExecutionModel execution) {
        return execution.isConditional() && !of(execution).isEmpty();
    }

    /** Whether it is for those who ask for a level of authentication, perhaps under further conditions. */
    boolean isOfLevel(AuthenticationExecutionModel execution) {
        return of(execution).stream().anyMatch(FlowConditions::isLevel);
    }

    boolean isOfLevelOnly(AuthenticationExecutionModel execution) {
        return isRun(execution) && of(execution).stream().allMatch(FlowConditions::isLevel);
    }

    /** Whether Keycloak comes to the execution only when the person has the credential that it asks for. */
    boolean isForThoseWhoHaveIt(AuthenticationExecutionModel execution) {
        AuthenticationExecutionModel subflow = realm.getAuthenticationExecutionByFlowId(execution.getParentFlow());
        return subflow != null
                && subflow.isConditional()
                && of(subflow).stream()
                        .anyMatch(beside -> ConditionalUserConfiguredAuthenticatorFactory.PROVIDER_ID.equals(
                                beside.getAuthenticator()));
    }

    /**
     * Whether two of the subflows are so that one is gone through when the other is not. Conditions that are not known for
     * that are taken for independent of one another.
     */
    boolean areAnyOpposite(List<AuthenticationExecutionModel> subflows) {
        return subflows.stream()
                .anyMatch(one -> subflows.stream().anyMatch(other -> isInsteadOf(one, other) || isNegated(one, other)));
    }

    private List<AuthenticationExecutionModel> of(AuthenticationExecutionModel subflow) {
        return subflow.isAuthenticatorFlow()
                ? realm.getAuthenticationExecutionsStream(subflow.getFlowId())
                        .filter(AuthenticationExecutionModel::isEnabled)
                        .filter(this::isCondition)
                        .toList()
                : List.of();
    }

    private Optional<AuthenticationExecutionModel> only(AuthenticationExecutionModel subflow) {
        List<AuthenticationExecutionModel> conditions = of(subflow);
        return conditions.size() == 1 ? Optional.of(conditions.get(0)) : Optional.empty();
    }

    private static boolean isLevel(AuthenticationExecutionModel condition) {
        return ConditionalLoaAuthenticatorFactory.PROVIDER_ID.equals(condition.getAuthenticator());
    }

    private boolean isInsteadOf(AuthenticationExecutionModel one, AuthenticationExecutionModel other) {
        return only(one)
                .filter(condition ->
                        ConditionalSubFlowExecutedAuthenticatorFactory.PROVIDER_ID.equals(condition.getAuthenticator()))
                .map(this::config)
                .filter(config -> ConditionalSubFlowExecutedAuthenticatorFactory.CHECK_RESULT_NOT_EXECUTED.equals(
                        config.get(ConditionalSubFlowExecutedAuthenticatorFactory.CHECK_RESULT)))
                .map(config -> config.get(ConditionalSubFlowExecutedAuthenticatorFactory.FLOW_TO_CHECK))
                .filter(alias -> alias.equals(alias(other)))
                .isPresent();
    }

    private boolean isNegated(AuthenticationExecutionModel one, AuthenticationExecutionModel other) {
        return Stream.of(one, other)
                        .allMatch(subflow -> only(subflow)
                                .map(AuthenticationExecutionModel::getAuthenticator)
                                .filter(NEGATED_BY::containsKey)
                                .isPresent())
                && isNegatedCondition(only(one).orElseThrow(), only(other).orElseThrow());
    }

    private boolean isNegatedCondition(AuthenticationExecutionModel one, AuthenticationExecutionModel other) {
        String negation = NEGATED_BY.get(one.getAuthenticator());
        Map<String, String> config = new HashMap<>(config(one));
        Map<String, String> ofOther = new HashMap<>(config(other));
        boolean isTurned = Boolean.parseBoolean(config.remove(negation));
        boolean isOtherTurned = Boolean.parseBoolean(ofOther.remove(negation));
        return Objects.equals(one.getAuthenticator(), other.getAuthenticator())
                && !config.isEmpty()
                && config.equals(ofOther)
                && isTurned != isOtherTurned;
    }

    private Map<String, String> config(AuthenticationExecutionModel condition) {
        return Optional.ofNullable(condition.getAuthenticatorConfig())
                .map(realm::getAuthenticatorConfigById)
                .map(AuthenticatorConfigModel::getConfig)
                .orElse(Map.of());
    }

    private @Nullable String alias(AuthenticationExecutionModel subflow) {
        AuthenticationFlowModel flow = realm.getAuthenticationFlowById(subflow.getFlowId());
        return flow == null ? null : flow.getAlias();
    }
}
