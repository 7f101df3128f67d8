/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.RealmIndex.ClientTrait;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Authorization settings of clients whose policies read a guarded scope: Keycloak's endpoints for decisions answer from them
 * without issuing a token, so without the gate.
 */
public final class DecisionProblems {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmClients clients;

    public DecisionProblems(KeycloakSession session, RealmClients clients) {
        this.session = session;
        this.realm = clients.realm();
        this.clients = clients;
    }

    public Stream<Problem> find() {
        AuthorizationProvider authorization = session.getProvider(AuthorizationProvider.class);
        Map<String, String> guarded = guarded();
        return authorization == null || guarded.isEmpty()
                ? Stream.empty()
                : clients.with(ClientTrait.DECIDING).flatMap(client -> ofClient(authorization, client, guarded));
    }

    /** Names by id. */
    private Map<String, String> guarded() {
        return realm.getClientScopesStream()
                .filter(scope -> ScopeCatalog.guardedScope(scope).isPresent())
                .collect(Collectors.toMap(
                        ClientScopeModel::getId, ScopeCatalog::name, (one, other) -> one, TreeMap::new));
    }

    private static Stream<Problem> ofClient(
            AuthorizationProvider authorization, ClientModel client, Map<String, String> guarded) {
        ResourceServer server =
                authorization.getStoreFactory().getResourceServerStore().findByClient(client);
        if (server == null) {
            return Stream.empty();
        }
        return authorization.getStoreFactory().getPolicyStore().findByType(server, "client-scope").stream()
                .flatMap(policy -> ofPolicy(client, policy, guarded));
    }

    /** The policy keeps the ids of its scopes as JSON (26.7.3). */
    private static Stream<Problem> ofPolicy(ClientModel client, Policy policy, Map<String, String> guarded) {
        String config = policy.getConfig().getOrDefault("clientScopes", "");
        List<String> read = guarded.entrySet().stream()
                .filter(scope -> config.contains(scope.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return read.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "decision_without_token",
                        RealmElement.client(client),
                        "decides by its authorization policy {policy} whether somebody has {scopes}, and such decisions"
                                + " are answered without a token and without an approval: delete the policy, and let"
                                + " the API check the data_access entry of the token",
                        ParameterizedText.naming("policy", policy.getName(), "scopes", String.join(", ", read))));
    }
}
