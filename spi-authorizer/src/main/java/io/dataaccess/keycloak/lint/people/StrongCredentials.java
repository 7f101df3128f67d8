/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The types of credentials, such as {@code otp}, by which the realm's browser flow lets people reach a level. */
final class StrongCredentials {

    private final KeycloakSession session;
    private final RealmModel realm;

    StrongCredentials(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Of this level and higher ones; none where a level takes no stored credential. */
    Set<String> ofLevel(int level) {
        Set<String> types = new HashSet<>();
        AuthenticationFlowModel flow = realm.getBrowserFlow();
        if (flow != null) {
            collect(flow.getId(), OptionalInt.empty(), level, types);
        }
        return types;
    }

    private void collect(String flowId, OptionalInt outer, int wanted, Set<String> types) {
        List<AuthenticationExecutionModel> executions = realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .toList();
        OptionalInt level = executions.stream()
                .flatMapToInt(execution -> level(execution).stream())
                .findFirst();
        OptionalInt here = level.isPresent() ? level : outer;
        for (AuthenticationExecutionModel execution : executions) {
            if (execution.isAuthenticatorFlow()) {
                collect(execution.getFlowId(), here, wanted, types);
            } else if (here.isPresent() && here.getAsInt() >= wanted) {
                type(execution).ifPresent(types::add);
            }
        }
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

    private Optional<String> type(AuthenticationExecutionModel execution) {
        return Optional.ofNullable(execution.getAuthenticator())
                .map(id -> session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, id))
                .map(factory -> ((AuthenticatorFactory) factory).getReferenceCategory());
    }
}
