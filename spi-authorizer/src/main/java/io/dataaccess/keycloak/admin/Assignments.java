/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.dataaccess.keycloak.admin.ScopeRepresentation.Assignment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Which clients have which client scope. */
final class Assignments {

    private Assignments() {}

    /** By id of the scope, ordered by client id. */
    static Map<String, List<Assignment>> of(RealmModel realm) {
        return realm.getClientsStream()
                .sorted(Comparator.comparing(ClientModel::getClientId))
                .flatMap(client -> Stream.concat(of(client, true), of(client, false)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Stream<Map.Entry<String, Assignment>> of(ClientModel client, boolean byDefault) {
        Assignment assignment = new Assignment(client.getClientId(), byDefault ? "default" : "optional");
        return client.getClientScopes(byDefault).values().stream()
                .filter(Objects::nonNull)
                .map(scope -> Map.entry(scope.getId(), assignment));
    }
}
