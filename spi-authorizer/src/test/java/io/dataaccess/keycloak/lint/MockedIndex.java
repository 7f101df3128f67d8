/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.classification.RealmIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** A mocked realm's clients and roles by their places; every client may have every trait. */
final class MockedIndex implements RealmIndex {

    final Set<String> recorded = new HashSet<>();
    final Map<String, StoredAccount> accounts = new HashMap<>();
    private final RealmModel realm;

    MockedIndex(RealmModel realm) {
        this.realm = realm;
        when(realm.getClientById(any())).thenAnswer(call -> all().get(Integer.parseInt(call.getArgument(0))));
        when(realm.getRoleById(any())).thenAnswer(call -> roles().get(Integer.parseInt(call.getArgument(0))));
    }

    @Override
    public Set<String> clients(ClientTrait trait) {
        return clientIds().keySet();
    }

    @Override
    public Set<String> clientsWithAttribute(Predicate<String> name) {
        List<ClientModel> all = all();
        return IntStream.range(0, all.size())
                .filter(place ->
                        all.get(place).getAttributes().keySet().stream().anyMatch(name))
                .mapToObj(String::valueOf)
                .collect(toSet());
    }

    @Override
    public Set<String> clientsWithDefault(Set<String> scopeIds) {
        return clientIds().keySet();
    }

    @Override
    public Map<String, List<Assignment>> assignments(Set<String> scopeIds) {
        return Map.of();
    }

    @Override
    public Map<String, String> clientIds() {
        List<ClientModel> all = all();
        return IntStream.range(0, all.size())
                .boxed()
                .collect(toMap(String::valueOf, place -> all.get(place).getClientId()));
    }

    @Override
    public Set<String> rolesAbove(Set<String> roleIds) {
        Set<String> places = new HashSet<>();
        IntStream.range(0, roles().size()).mapToObj(String::valueOf).forEach(places::add);
        return places;
    }

    @Override
    public Set<String> recordedScopes(Set<String> names) {
        return recorded;
    }

    @Override
    public Map<String, StoredAccount> accounts(Set<String> userIds) {
        return accounts;
    }

    private List<ClientModel> all() {
        return realm.getClientsStream().toList();
    }

    private List<RoleModel> roles() {
        return realm.getRolesStream().filter(RoleModel::isComposite).toList();
    }
}
