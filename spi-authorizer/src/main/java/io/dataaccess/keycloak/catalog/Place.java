/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Where something is wrong.
 *
 * @param words as people say it
 * @param resource what to open in Keycloak to put it right; empty when there is no such thing
 */
public record Place(String words, Optional<Resource> resource) {

    /** Something of Keycloak's own. */
    public record Resource(String type, String id, String name) {}

    /** A place that no single thing in Keycloak stands for. */
    static Place named(String words) {
        return new Place(words, Optional.empty());
    }

    static Place realm(RealmModel realm) {
        return of("realm", "realm", realm.getId(), realm.getName());
    }

    /** Switches of the realm that are about its events. */
    static Place events(String words, RealmModel realm) {
        return of(words, "events", realm.getId(), realm.getName());
    }

    static Place role(RoleModel role) {
        return of("role " + role.getName(), "role", role.getId(), role.getName());
    }

    static Place client(ClientModel client) {
        return of("client " + client.getClientId(), "client", client.getId(), client.getClientId());
    }

    static Place scope(GuardedScope scope) {
        return of(
                "client scope " + scope.ref().name(),
                "client-scope",
                scope.ref().id(),
                scope.ref().name());
    }

    static Place scope(ClientScopeModel scope) {
        String name = ScopeCatalog.name(scope);
        return of("client scope " + name, "client-scope", scope.getId(), name);
    }

    static Place user(UserModel user) {
        return of("user " + user.getUsername(), "user", user.getId(), user.getUsername());
    }

    static Place group(GroupModel group) {
        String path = KeycloakModelUtils.buildGroupPath(group);
        return of("group " + path, "group", group.getId(), path);
    }

    static Place attribute(String name) {
        return of("user attribute " + name, "user-profile", name, name);
    }

    static Place requiredAction(String alias) {
        return of("required action " + alias, "required-action", alias, alias);
    }

    static Place identityProvider(IdentityProviderModel provider) {
        return of(
                "identity provider " + provider.getAlias(),
                "identity-provider",
                provider.getInternalId(),
                provider.getAlias());
    }

    static Place component(String words, String id, String name) {
        return of(words, "component", id, name);
    }

    private static Place of(String words, String type, String id, String name) {
        return new Place(words, Optional.of(new Resource(type, id, name)));
    }
}
