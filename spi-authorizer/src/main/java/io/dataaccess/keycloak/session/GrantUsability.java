/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.policy.Decider;
import io.dataaccess.keycloak.policy.DecisionQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * What grants are good for now: the gate's answer, and that Keycloak issues tokens to their subject and client, with
 * their scope, at all. People are read once, however many grants they have.
 */
public final class GrantUsability {

    private final RealmModel realm;
    private final Directory people;
    private final Decider decider;
    private final Map<String, Optional<Person>> known = new HashMap<>();

    GrantUsability(RealmModel realm, Directory people, Decider decider) {
        this.realm = realm;
        this.people = people;
        this.decider = decider;
    }

    /** Until when the grant opens its scope; empty when it does not now. */
    public Optional<Instant> usableUntil(AccessGrant grant, Instant now) {
        return grant.isActiveAt(now)
                ? query(grant.access()).flatMap(query -> decider.usableUntil(grant, query))
                : Optional.empty();
    }

    /** Empty when there is nobody, or nothing, that a token could be issued to or for. */
    private Optional<DecisionQuery> query(Access access) {
        Optional<ClientModel> client =
                Optional.ofNullable(realm.getClientById(access.client().id())).filter(ClientModel::isEnabled);
        return client.flatMap(found -> known.computeIfAbsent(access.subject().id(), people::person)
                .filter(person -> person.account().enabled())
                .map(person -> new DecisionQuery(
                        person,
                        new ClientRef(found.getId(), found.getClientId()),
                        SelfRegistration.scopesFor(
                                found,
                                ScopeCatalog.guarded(assigned(found)
                                        .filter(scope -> scope.getId()
                                                .equals(access.scope().id())))),
                        false)));
    }

    private static Stream<ClientScopeModel> assigned(ClientModel client) {
        return Stream.concat(
                client.getClientScopes(true).values().stream(), client.getClientScopes(false).values().stream());
    }
}
