/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.web.Query;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds what a query names. Records are matched by id, people ask by name. */
final class ReferenceLookup {

    private final KeycloakSession session;
    private final RealmModel realm;

    ReferenceLookup(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The selection of this query; empty when it names something that is not there, and so nothing can match. */
    Optional<RecordFilter> selection(Query query) {
        Optional<String> subject = query.text("subject");
        Optional<String> client = query.text("clientId");
        Optional<String> scope = query.text("scope");
        AccessFilter target = new AccessFilter(
                id(subject, this::user, UserModel::getId),
                id(client, this::client, ClientModel::getId),
                id(scope, this::scope, ClientScopeModel::getId));
        RecordFilter selection = new RecordFilter(Optional.empty(), target, query.from("dateFrom"), query.to("dateTo"));
        boolean complete = subject.isPresent() == target.subject().isPresent()
                && client.isPresent() == target.client().isPresent()
                && scope.isPresent() == target.scope().isPresent();
        return complete ? Optional.of(selection) : Optional.empty();
    }

    @Nullable
    UserModel user(String username) {
        return session.users().getUserByUsername(realm, username);
    }

    @Nullable
    ClientModel client(String clientId) {
        return realm.getClientByClientId(clientId);
    }

    private @Nullable ClientScopeModel scope(String name) {
        return KeycloakModelUtils.getClientScopeByName(realm, name);
    }

    private static <T> Optional<String> id(
            Optional<String> name, Function<String, @Nullable T> find, Function<T, String> id) {
        return name.flatMap(given -> Optional.ofNullable(find.apply(given)).map(id));
    }
}
