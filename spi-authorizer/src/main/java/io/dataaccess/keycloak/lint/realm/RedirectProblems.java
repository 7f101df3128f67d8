/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.RealmIndex.ClientTrait;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/** Clients whose logins may be sent to anybody's page, which then has what their users were granted, or asks in their names. */
public final class RedirectProblems {

    /** With this scope an application asks for access. */
    private static final String REQUESTERS = "data-access";

    private final RealmClients clients;

    public RedirectProblems(RealmClients clients) {
        this.clients = clients;
    }

    public Stream<Problem> find() {
        return clients.with(ClientTrait.REDIRECT_WILDCARD)
                .filter(ClientModel::isEnabled)
                .filter(RedirectProblems::givesTokens)
                .filter(RedirectProblems::hasScopes)
                .flatMap(RedirectProblems::ofClient);
    }

    /** To the page, that is: a code of a confidential client is worth nothing without its secret. */
    private static boolean givesTokens(ClientModel client) {
        return client.isImplicitFlowEnabled() || (client.isStandardFlowEnabled() && client.isPublicClient());
    }

    private static boolean hasScopes(ClientModel client) {
        return Stream.of(true, false)
                .flatMap(byDefault -> client.getClientScopes(byDefault).values().stream())
                .anyMatch(RedirectProblems::isOfDataAccess);
    }

    private static boolean isOfDataAccess(ClientScopeModel scope) {
        return REQUESTERS.equals(scope.getName())
                || ScopeCatalog.guardedScope(scope).isPresent();
    }

    private static Stream<Problem> ofClient(ClientModel client) {
        String open = client.getRedirectUris().stream()
                .filter(RedirectProblems::isAnybodys)
                .sorted()
                .collect(Collectors.joining(", "));
        return open.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "client_redirect_open",
                        RealmElement.client(client),
                        "sends its logins to any page, by the redirect URI {addresses}, so that whoever has a page gets"
                                + " tokens of everybody who is signed in: write the addresses of the application",
                        ParameterizedText.naming("addresses", open)));
    }

    /** Keycloak takes what goes on where the wildcard at the end stands (26.7.3). */
    private static boolean isAnybodys(String uri) {
        if (!uri.endsWith("*") || uri.contains("?") || uri.contains("#")) {
            return false;
        }
        String before = uri.substring(0, uri.length() - 1);
        return Stream.of("https://", "http://").anyMatch(scheme -> scheme.startsWith(before));
    }
}
