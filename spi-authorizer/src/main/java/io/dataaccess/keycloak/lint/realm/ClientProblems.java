/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.RealmIndex.ClientTrait;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RoleModel;

/** Clients that hand out tokens carelessly. */
public final class ClientProblems {

    /** With this scope an application asks for access. */
    private static final String REQUESTERS = "data-access";

    private final RealmClients clients;

    public ClientProblems(RealmClients clients) {
        this.clients = clients;
    }

    public Stream<Problem> find() {
        List<ClientScopeModel> withRoles = clients.realm()
                .getClientScopesStream()
                .filter(scope -> ScopeCatalog.guardedScope(scope).isPresent())
                .filter(scope -> scope.getScopeMappingsStream().findAny().isPresent())
                .toList();
        return Stream.of(
                        enabled(ClientTrait.IMPLICIT_FLOW).flatMap(ClientProblems::implicit),
                        enabled(ClientTrait.REGISTERED).flatMap(ClientProblems::registered),
                        enabled(ClientTrait.REGISTERED).flatMap(ClientProblems::fullScope),
                        withRoles.isEmpty()
                                ? Stream.<Problem>empty()
                                : enabled(ClientTrait.FULL_SCOPE).flatMap(client -> allRoles(client, withRoles)))
                .flatMap(found -> found);
    }

    private Stream<ClientModel> enabled(ClientTrait trait) {
        return clients.with(trait).filter(ClientModel::isEnabled);
    }

    private static Stream<Problem> implicit(ClientModel client) {
        List<String> scopes =
                assigned(client, scope -> ScopeCatalog.guardedScope(scope).isPresent());
        return client.isImplicitFlowEnabled() && !scopes.isEmpty()
                ? Stream.of(Problem.warning(
                        "client_implicit_flow",
                        RealmElement.client(client),
                        "has the implicit flow on, which leaves tokens with {scopes} in addresses and histories: switch"
                                + " it off, use the standard flow with PKCE",
                        ParameterizedText.naming("scopes", String.join(", ", scopes))))
                : Stream.empty();
    }

    /** Whoever can change a client sends what its users were granted elsewhere, and asks in their names. */
    private static Stream<Problem> registered(ClientModel client) {
        List<String> scopes = assigned(
                client,
                scope -> REQUESTERS.equals(scope.getName())
                        || ScopeCatalog.guardedScope(scope).isPresent());
        return SelfRegistration.isOf(client) && !scopes.isEmpty()
                ? Stream.of(Problem.error(
                        "client_registered",
                        RealmElement.client(client),
                        "registered itself, or has a registration access token, so that somebody else can change it,"
                                + " and has {scopes}: take the scopes from it, or make the client anew without one",
                        ParameterizedText.naming("scopes", String.join(", ", scopes))))
                : Stream.empty();
    }

    /** By single sign-on its owner gets a token of whoever follows a link, with all that this person may do. */
    private static Stream<Problem> fullScope(ClientModel client) {
        return SelfRegistration.isOf(client) && client.isFullScopeAllowed()
                ? Stream.of(Problem.warning(
                        "client_registered_full_scope",
                        RealmElement.client(client),
                        "registered itself, or has a registration access token, and has 'Full scope allowed' on: somebody"
                                + " else gets tokens with all roles of whoever follows a link to it, administrators'"
                                + " among them. Switch it off, and give administrators accounts of their own"))
                : Stream.empty();
    }

    private static List<String> assigned(ClientModel client, Predicate<ClientScopeModel> wanted) {
        return Stream.of(true, false)
                .flatMap(byDefault -> client.getClientScopes(byDefault).values().stream())
                .filter(wanted)
                .map(ScopeCatalog::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** Lightweight tokens carry no roles. */
    private static Stream<Problem> allRoles(ClientModel client, List<ClientScopeModel> withRoles) {
        if (!client.isFullScopeAllowed()
                || client.isBearerOnly()
                || Boolean.parseBoolean(client.getAttribute(Constants.USE_LIGHTWEIGHT_ACCESS_TOKEN_ENABLED))) {
            return Stream.empty();
        }
        return withRoles.stream()
                .map(scope -> Problem.error(
                        "role_without_scope",
                        RealmElement.client(client),
                        "has 'Full scope allowed', so that its tokens carry every role of the user, also {roles} of the"
                                + " guarded scope {scope}, without the scope and without an approval: switch 'Full"
                                + " scope allowed' off",
                        ParameterizedText.naming("roles", roles(scope), "scope", scope.getName())));
    }

    private static String roles(ClientScopeModel scope) {
        return String.join(
                ", ",
                scope.getScopeMappingsStream().map(RoleModel::getName).sorted().toList());
    }
}
