/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * Clients by which anybody starts a login in the name of somebody else (CIBA), who then sees no page of Keycloak's but what
 * their phone shows.
 */
public final class BackchannelLoginProblems {

    private final RealmModel realm;
    private final RealmClients clients;

    public BackchannelLoginProblems(RealmClients clients) {
        this.realm = clients.realm();
        this.clients = clients;
    }

    public Stream<Problem> find() {
        return clients.withAttribute(CibaConfig.OIDC_CIBA_GRANT_ENABLED::equals)
                .filter(client -> client.isEnabled() && client.isPublicClient())
                .filter(client -> realm.getCibaPolicy().isOIDCCIBAGrantEnabled(client))
                .flatMap(BackchannelLoginProblems::ofPublic);
    }

    private static Stream<Problem> ofPublic(ClientModel client) {
        List<String> scopes = ScopeCatalog.guarded(Stream.of(true, false)
                        .flatMap(byDefault -> client.getClientScopes(byDefault).values().stream()))
                .stream()
                .map(scope -> scope.ref().name())
                .toList();
        return scopes.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "ciba_public_client",
                        RealmElement.client(client),
                        "has no secret and CIBA on: anybody who knows a username starts a login in that person's name,"
                                + " and has {scopes} after a tap on a phone, the only page there is. Switch CIBA off,"
                                + " or client authentication on",
                        ParameterizedText.naming("scopes", String.join(", ", scopes))));
    }
}
