/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The administrator changes classification and policies, as the admin console would. */
final class Components {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cast cast;
    private final Wire wire;
    private String token = "";

    Components(Cast cast) {
        this.cast = cast;
        this.wire = new Wire(cast.server());
    }

    ObjectNode policy(String name) {
        return component("io.dataaccess.keycloak.catalog.ApprovalPolicyProvider", name);
    }

    ObjectNode category(String key) {
        return component("io.dataaccess.keycloak.catalog.DataCategoryProvider", key);
    }

    /** With one field changed; the name counts as one. */
    Reply save(ObjectNode component, String field, String... values) {
        ObjectNode changed = component.deepCopy();
        if (field.equals("name")) {
            changed.put("name", values.length == 0 ? "" : values[0]);
        } else {
            ((ObjectNode) changed.path("config")).set(field, JSON.valueToTree(values));
        }
        return save(changed);
    }

    Reply save(ObjectNode component) {
        byte[] body = component.toString().getBytes(UTF_8);
        String target = "/admin/realms/" + cast.name() + "/components/"
                + component.path("id").asText();
        Shot shot = new Shot("PUT", target, List.of("Content-Type: application/json"), body);
        Reply reply = wire.send(shot.bearer(token));
        if (reply.status() != 401) {
            return reply;
        }
        // Keycloak's administrator is let in for a minute only.
        token = cast.administrator();
        return wire.send(shot.bearer(token));
    }

    private ObjectNode component(String type, String name) {
        return JSON.valueToTree(
                cast.realm().admin().components().query(null, type, name).get(0));
    }
}
