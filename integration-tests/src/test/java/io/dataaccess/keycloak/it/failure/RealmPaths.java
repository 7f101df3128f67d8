/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Where Keycloak's admin REST has what is known by its name; below the path of the realm. */
final class RealmPaths {

    private RealmPaths() {}

    static String component(Node node, String name) throws IOException {
        return "components/" + idOf(node, name, "components?name=" + name);
    }

    static String user(Node node, String name) throws IOException {
        return "users/" + idOf(node, name, "users?exact=true&username=" + name);
    }

    static String scope(Node node, String name) throws IOException {
        return "client-scopes/" + idOf(node, name, "client-scopes");
    }

    private static String idOf(Node node, String name, String path) throws IOException {
        for (JsonNode found : node.read(node.administrator(), path).body()) {
            if (found.path("name").asText(found.path("username").asText()).equals(name)) {
                return found.path("id").asText();
            }
        }
        throw new IllegalStateException("There is no " + name);
    }
}
