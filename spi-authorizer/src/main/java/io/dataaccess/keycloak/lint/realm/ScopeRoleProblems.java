/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.RealmIndex.ClientTrait;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Roles of guarded scopes that tokens carry without the scope, for they are mapped elsewhere as well. Where a client has
 * all roles, {@link ClientProblems} says it.
 */
public final class ScopeRoleProblems {

    private static final String CODE = "role_without_scope";

    private final RealmModel realm;
    private final RealmClients clients;

    public ScopeRoleProblems(RealmClients clients) {
        this.realm = clients.realm();
        this.clients = clients;
    }

    public Stream<Problem> find() {
        return realm.getClientScopesStream()
                .filter(scope -> ScopeCatalog.guardedScope(scope).isPresent())
                .filter(scope -> scope.getScopeMappingsStream().findAny().isPresent())
                .flatMap(scope -> Stream.concat(ofClients(scope), ofScopes(scope)));
    }

    private Stream<Problem> ofClients(ClientScopeModel guarded) {
        return clients.with(ClientTrait.SCOPE_MAPPINGS)
                .filter(client -> client.isEnabled() && !client.isFullScopeAllowed() && !client.isBearerOnly())
                .flatMap(client -> shared(guarded, client.getScopeMappingsStream()).stream()
                        .map(named -> Problem.error(
                                CODE,
                                RealmElement.client(client),
                                ParameterizedText.of(
                                        "mapped",
                                        "has {roles} of the guarded scope {scope} among its scope mappings, so that its"
                                                + " tokens carry them without the scope and without an approval:"
                                                + " take them from there",
                                        named))));
    }

    private Stream<Problem> ofScopes(ClientScopeModel guarded) {
        return realm.getClientScopesStream()
                .filter(scope -> ScopeCatalog.guardedScope(scope).isEmpty())
                .flatMap(scope -> shared(guarded, scope.getScopeMappingsStream()).stream()
                        .map(named -> Problem.error(
                                CODE,
                                RealmElement.scope(scope),
                                ParameterizedText.of(
                                        "scope",
                                        "maps {roles} of the guarded scope {scope} as well, so that tokens with it carry"
                                                + " them without that scope and without an approval: take them from one"
                                                + " of the two",
                                        named))));
    }

    /** What is to be said of the guarded scope's roles that come with these; nothing when none does. */
    private static List<Map<String, String>> shared(ClientScopeModel guarded, Stream<RoleModel> mapped) {
        List<RoleModel> others = mapped.toList();
        String roles = String.join(
                ", ",
                guarded.getScopeMappingsStream()
                        .filter(role -> others.stream().anyMatch(other -> other.equals(role) || other.hasRole(role)))
                        .map(RoleModel::getName)
                        .sorted()
                        .toList());
        return roles.isEmpty()
                ? List.of()
                : List.of(ParameterizedText.naming("roles", roles, "scope", ScopeCatalog.name(guarded)));
    }
}
