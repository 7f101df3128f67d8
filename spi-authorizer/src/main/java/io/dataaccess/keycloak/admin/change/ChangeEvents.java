/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.admin.AdminCall;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.configuration.ConfigurationDifference;
import io.dataaccess.keycloak.configuration.Lock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.events.admin.OperationType;

/** Writes what is proposed, decided and locked as Keycloak admin events. No reason or comment stands in them. */
final class ChangeEvents {

    private static final String CHANGE = "DATA_ACCESS_CHANGE";
    private static final String LOCK = "DATA_ACCESS_LOCK";

    private final AdminCall call;

    ChangeEvents(AdminCall call) {
        this.call = call;
    }

    void proposed(ChangeRequest change) {
        write(OperationType.CREATE, CHANGE, List.of("changes", change.id()), about(change, "PROPOSE"));
    }

    void voted(ChangeRequest change, String decision) {
        write(OperationType.ACTION, CHANGE, List.of("changes", change.id(), "votes"), about(change, decision));
    }

    void cancelled(ChangeRequest change) {
        write(OperationType.DELETE, CHANGE, List.of("changes", change.id()), about(change, "CANCEL"));
    }

    /** In a realm where changes need no approval. */
    void applied(ConfigurationDifference difference) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("decision", "APPLY");
        about.put("difference", DifferenceRepresentation.all(difference));
        write(OperationType.UPDATE, CHANGE, List.of("classification"), about);
    }

    void locked(Lock lock) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", lock.id());
        about.put("kind", lock.kind().code());
        about.put("name", lock.target());
        write(OperationType.CREATE, LOCK, List.of("locks", lock.id()), about);
    }

    private void write(OperationType operation, String type, List<String> path, Map<String, Object> about) {
        call.events()
                .resourcePath(
                        Stream.concat(Stream.of("data-access"), path.stream()).toArray(String[]::new));
        call.events().operation(operation).resource(type).representation(about).success();
    }

    private static Map<String, Object> about(ChangeRequest change, String decision) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", change.id());
        about.put("decision", decision);
        about.put("status", change.state().status().name());
        about.put("difference", DifferenceRepresentation.all(change.proposed().difference()));
        return about;
    }
}
