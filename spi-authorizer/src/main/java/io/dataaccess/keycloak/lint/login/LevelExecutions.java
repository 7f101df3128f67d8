/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** The enabled executions of a flow and its subflows, each with the level of authentication that it counts for. */
final class LevelExecutions {

    /**
     * One execution.
     *
     * @param level of the innermost subflow around it that has a condition of a level; empty when there is none
     */
    record AtLevel(AuthenticationExecutionModel execution, OptionalInt level) {}

    private final RealmModel realm;

    LevelExecutions(RealmModel realm) {
        this.realm = realm;
    }

    Stream<AtLevel> in(AuthenticationFlowModel flow) {
        return in(flow.getId(), OptionalInt.empty());
    }

    private Stream<AtLevel> in(String flowId, OptionalInt outer) {
        List<AuthenticationExecutionModel> executions = realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .toList();
        OptionalInt level = executions.stream()
                .flatMapToInt(execution -> level(execution).stream())
                .findFirst();
        OptionalInt here = level.isPresent() ? level : outer;
        return executions.stream()
                .flatMap(execution -> execution.isAuthenticatorFlow()
                        ? in(execution.getFlowId(), here)
                        : Stream.of(new AtLevel(execution, here)));
    }

    private OptionalInt level(AuthenticationExecutionModel execution) {
        return Optional.of(execution)
                .filter(any -> ConditionalLoaAuthenticatorFactory.PROVIDER_ID.equals(any.getAuthenticator()))
                .map(AuthenticationExecutionModel::getAuthenticatorConfig)
                .map(realm::getAuthenticatorConfigById)
                .map(LoAUtil::getLevelFromLoaConditionConfiguration)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
