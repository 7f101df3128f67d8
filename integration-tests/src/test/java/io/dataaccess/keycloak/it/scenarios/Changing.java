/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.scenarios.Scenario.Changes;
import io.dataaccess.keycloak.testing.Realm;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Changes a realm as a scenario says, by the admin REST, and back again when it is closed. */
final class Changing implements AutoCloseable {

    private static final String CATEGORY = "io.dataaccess.keycloak.catalog.DataCategoryProvider";
    private static final String POLICY = "io.dataaccess.keycloak.catalog.ApprovalPolicyProvider";

    private final Deque<Runnable> back = new ArrayDeque<>();
    private final Realm realm;

    Changing(Realm realm) {
        this.realm = realm;
    }

    void apply(Changes changes) {
        changes.users().forEach(this::user);
        changes.categories().forEach(this::category);
        changes.policies().forEach(this::policy);
        changes.scopes().forEach(this::scope);
    }

    @Override
    public void close() {
        while (!back.isEmpty()) {
            back.pop().run();
        }
    }

    private void user(String username, Map<String, List<String>> attributes) {
        if (attributes.containsKey("groups")) {
            throw new IllegalArgumentException("No table has changed groups yet: write it here first");
        }
        UserResource resource = realm.user(username);
        UserRepresentation old = resource.toRepresentation();
        UserRepresentation changed = resource.toRepresentation();
        attributes.forEach((attribute, values) ->
                changed.getAttributes().put(attribute, isBlank(values) ? List.of("not yet blank") : values));
        resource.update(changed);
        back.push(() -> resource.update(old));
        Map<String, List<String>> kept = resource.toRepresentation().getAttributes();
        attributes.forEach((attribute, values) -> {
            if (isBlank(values)) {
                new Database(realm).attribute(old.getId(), attribute, values.get(0));
            } else {
                assertThat(kept.getOrDefault(attribute, List.of()))
                        .as("%s of %s, as the server keeps it", attribute, username)
                        .containsExactlyInAnyOrderElementsOf(values);
            }
        });
    }

    /** What the user profile drops; a user from elsewhere (LDAP) can have it. */
    private static boolean isBlank(List<String> values) {
        return values.size() == 1 && values.get(0).isBlank();
    }

    private void category(String key, @Nullable Map<String, List<String>> values) {
        if (values == null) {
            remove(component(CATEGORY, key));
        } else if (values.containsKey("twice")) {
            ComponentRepresentation twin = copy(component(CATEGORY, key), key + ".twin");
            String id = add(twin);
            new Database(realm).name(id, key);
        } else {
            change(component(CATEGORY, key), values);
        }
    }

    private void policy(String name, @Nullable Map<String, List<String>> values) {
        if (values == null) {
            remove(component(POLICY, name));
            return;
        }
        List<String> like = values.get("like");
        if (like == null) {
            change(component(POLICY, name), values);
        } else {
            addPolicy(copy(component(POLICY, like.get(0)), name), values);
        }
    }

    /** Somewhere else first: saving refuses a second policy for the same data. */
    private void addPolicy(ComponentRepresentation policy, Map<String, List<String>> values) {
        values.forEach(policy.getConfig()::put);
        policy.getConfig().remove("like");
        String jurisdiction = policy.getConfig().getFirst("jurisdiction");
        policy.getConfig().putSingle("jurisdiction", "elsewhere");
        new Database(realm).set(add(policy), "jurisdiction", jurisdiction);
    }

    private void scope(String name, Map<String, List<String>> values) {
        ClientScopeRepresentation old = clientScope(name);
        ClientScopeRepresentation changed = clientScope(name);
        values.forEach((word, list) -> tell(changed, word, list.get(0)));
        ClientScopeResource resource = realm.admin().clientScopes().get(old.getId());
        resource.update(changed);
        // An attribute that an update does not name would stay.
        changed.getAttributes()
                .keySet()
                .forEach(attribute -> old.getAttributes().putIfAbsent(attribute, ""));
        back.push(() -> resource.update(old));
    }

    private static void tell(ClientScopeRepresentation scope, String word, String value) {
        switch (word) {
            case "categories" -> scope.getAttributes().put("data-access.categories", value);
            case "in-token-scope" -> scope.getAttributes().put("include.in.token.scope", value);
            case "parameterized" -> {
                scope.getAttributes().put("is.parameterized.scope", value);
                scope.getAttributes().put("parameterized.scope.type", "string");
            }
            case "protocol" -> scope.setProtocol(value);
            default -> throw new IllegalArgumentException("A scope has no " + word);
        }
    }

    private ClientScopeRepresentation clientScope(String name) {
        return realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ComponentRepresentation component(String type, String name) {
        return realm.admin().components().query(null, type, name).get(0);
    }

    private void change(ComponentRepresentation component, Map<String, List<String>> values) {
        ComponentRepresentation old =
                realm.admin().components().component(component.getId()).toRepresentation();
        values.forEach(component.getConfig()::put);
        realm.admin().components().component(component.getId()).update(component);
        back.push(() -> realm.admin().components().component(old.getId()).update(old));
    }

    private void remove(ComponentRepresentation component) {
        realm.admin().components().component(component.getId()).remove();
        ComponentRepresentation old = copy(component, component.getName());
        back.push(() -> created(old));
    }

    private String add(ComponentRepresentation component) {
        String id = created(component);
        back.push(() -> realm.admin().components().component(id).remove());
        return id;
    }

    private String created(ComponentRepresentation component) {
        try (Response response = realm.admin().components().add(component)) {
            if (response.getStatus() != Response.Status.CREATED.getStatusCode()) {
                throw new WebApplicationException(response.readEntity(String.class), response.getStatus());
            }
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    private static ComponentRepresentation copy(ComponentRepresentation component, String name) {
        ComponentRepresentation copy = new ComponentRepresentation();
        copy.setProviderType(component.getProviderType());
        copy.setProviderId(component.getProviderId());
        copy.setName(name);
        copy.setConfig(component.getConfig());
        return copy;
    }
}
