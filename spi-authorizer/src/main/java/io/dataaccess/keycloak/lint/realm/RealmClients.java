/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.RealmIndex;
import io.dataaccess.keycloak.classification.RealmIndex.ClientTrait;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** The clients that a check has to look at: a realm may have thousands, and Keycloak reads each of them by itself. */
public record RealmClients(RealmModel realm, RealmIndex index) {

    /** Those that may have this trait. */
    public Stream<ClientModel> with(ClientTrait trait) {
        return clients(index.clients(trait));
    }

    /** Those that have an attribute of such a name. */
    Stream<ClientModel> withAttribute(Predicate<String> name) {
        return clients(index.clientsWithAttribute(name));
    }

    /** Those that have a guarded scope as default scope. */
    Stream<ClientModel> withGuardedDefault() {
        Set<String> guarded = realm.getClientScopesStream()
                .filter(scope -> ScopeCatalog.guardedScope(scope).isPresent())
                .map(ClientScopeModel::getId)
                .collect(Collectors.toSet());
        return clients(index.clientsWithDefault(guarded));
    }

    /** What all are called, by id. */
    Map<String, String> names() {
        return index.clientIds();
    }

    Stream<ClientModel> clients(Set<String> ids) {
        return ids.stream().sorted().flatMap(id -> Stream.ofNullable(realm.getClientById(id)));
    }
}
