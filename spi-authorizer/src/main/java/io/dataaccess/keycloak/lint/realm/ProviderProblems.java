/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Other extensions of the server that come after ours, or in its place. */
public final class ProviderProblems {

    private static final String OURS = "io.dataaccess.keycloak.";
    private static final String TOKENS = "token-interceptor";
    private static final String GATE = "data-access-gate";
    private static final String ACTIONS = "required-action";

    /** By the name of Keycloak's SPI, the ids that this extension answers to in place of Keycloak. */
    private static final Map<String, List<String>> REPLACED = Map.of(
            "oauth2-token-introspection", List.of("access_token", "refresh_token", "requesting_party_token"),
            "authenticator", List.of("auth-cookie"));

    private final KeycloakSessionFactory factory;
    private final RealmModel realm;

    public ProviderProblems(KeycloakSession session, RealmModel realm) {
        this.factory = session.getKeycloakSessionFactory();
        this.realm = realm;
    }

    public Stream<Problem> find() {
        return Stream.of(gate(), replaced(), actions()).flatMap(found -> found);
    }

    /** The lowest order runs last; which of two with the same order does is chance (26.7.3). */
    private Stream<Problem> gate() {
        return factories(TOKENS).anyMatch(found -> found.getId().equals(GATE) && isOurs(found))
                ? factories(TOKENS)
                        .filter(other -> !isOurs(other) && other.order() == Integer.MIN_VALUE)
                        .map(other -> Problem.error(
                                "gate_not_last",
                                RealmElement.named(Kind.PROVIDER, other.getId()),
                                "changes tokens at the same time as the gate, so that it may undo what the gate did: give it"
                                        + " a higher order, or start the server without it"))
                : Stream.of(Problem.error(
                        "gate_off",
                        RealmElement.named(Kind.PROVIDER, GATE),
                        "is switched off, so that tokens are issued without any check: switch it on"));
    }

    private Stream<Problem> replaced() {
        return REPLACED.entrySet().stream()
                .flatMap(spi -> factories(spi.getKey())
                        .filter(found -> spi.getValue().contains(found.getId()) && !isOurs(found)))
                .map(other -> Problem.error(
                        "provider_replaced",
                        RealmElement.named(Kind.PROVIDER, other.getId()),
                        "is taken by {type} in place of ours, so that its checks are not made: give that one a lower"
                                + " order, or start the server without it",
                        ParameterizedText.naming("type", other.getClass().getName())));
    }

    private Stream<Problem> actions() {
        return realm.getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .filter(action -> factories(ACTIONS)
                        .anyMatch(found -> found.getId().equals(action.getProviderId()) && !isOurs(found)))
                .map(action -> Problem.warning(
                        "action_impersonated",
                        RealmElement.requiredAction(action.getAlias()),
                        "is of another extension, and when it waits for a person, whoever acts as that person can take it:"
                                + " let it refuse impersonated sessions, or switch it off"));
    }

    private Stream<ProviderFactory<?>> factories(String name) {
        return factory.getSpis().stream()
                .filter(spi -> spi.getName().equals(name))
                .map(Spi::getProviderClass)
                .flatMap(factory::getProviderFactoriesStream)
                .map(found -> found);
    }

    private static boolean isOurs(ProviderFactory<?> found) {
        return found.getClass().getName().startsWith(OURS);
    }
}
