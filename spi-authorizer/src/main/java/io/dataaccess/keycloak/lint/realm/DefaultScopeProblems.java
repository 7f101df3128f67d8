/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** Guarded scopes that come with every login, so that nobody goes on without, or with every new client. */
public final class DefaultScopeProblems {

    private static final ParameterizedText OF_REALM = ParameterizedText.of(
            "realm",
            "is a default scope of the realm, so that nobody can log in there without it: make it optional",
            Map.of());

    private final RealmModel realm;
    private final RealmClients clients;

    public DefaultScopeProblems(RealmClients clients) {
        this.realm = clients.realm();
        this.clients = clients;
    }

    public Stream<Problem> find() {
        Stream<Problem> ofRealm =
                guarded(realm.getDefaultClientScopesStream(true)).map(scope -> problem(scope, OF_REALM));
        Stream<Problem> ofClients = clients.withGuardedDefault()
                .flatMap(client -> guarded(client.getClientScopes(true).values().stream())
                        .map(scope -> problem(scope, ofClient(client))));
        Stream<Problem> ofNewClients =
                guarded(realm.getDefaultClientScopesStream(false)).map(DefaultScopeProblems::ofNewClients);
        return Stream.of(ofRealm, ofClients, ofNewClients).flatMap(found -> found);
    }

    private static Stream<GuardedScope> guarded(Stream<ClientScopeModel> scopes) {
        return scopes.filter(Objects::nonNull).flatMap(scope -> ScopeCatalog.guardedScope(scope).stream());
    }

    private static Problem ofNewClients(GuardedScope scope) {
        return Problem.warning(
                "scope_default_optional",
                RealmElement.scope(scope),
                "is given to every new client of the realm, one that somebody registers for themselves too: take it from"
                        + " the default client scopes, and give it to the clients that need it");
    }

    private static Problem problem(GuardedScope scope, ParameterizedText sentence) {
        return Problem.warning("scope_default", RealmElement.scope(scope), sentence);
    }

    private static ParameterizedText ofClient(ClientModel client) {
        return ParameterizedText.of(
                "client",
                "is a default scope of client {client}, so that nobody can log in there without it: make it optional",
                ParameterizedText.naming("client", client.getClientId()));
    }
}
