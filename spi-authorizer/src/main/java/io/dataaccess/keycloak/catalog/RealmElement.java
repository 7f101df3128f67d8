/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
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
 * @param name which of its kind; blank where there is only one
 * @param resource what to open in Keycloak to put it right; empty when there is no such thing
 */
public record RealmElement(Kind kind, String name, Optional<Resource> resource) {

    /** What can be wrong. */
    public enum Kind {
        DATA_CATEGORY("data category"),
        APPROVAL_POLICY("approval policy"),
        APPROVAL_POLICIES("approval policies for"),
        REALM("realm", true),
        EVENTS("events", true),
        ADMIN_EVENTS("admin events", true),
        ROLE("role"),
        CLIENT("client"),
        CLIENT_SCOPE("client scope"),
        USER("user"),
        GROUP("group"),
        USER_ATTRIBUTE("user attribute"),
        USER_DIRECTORY("user directory"),
        REQUIRED_ACTION("required action"),
        IDENTITY_PROVIDER("identity provider"),
        ADMIN_PERMISSION("admin permission"),
        WORKFLOW("workflow"),
        FEATURE("feature"),
        PROVIDER("provider");

        private final String words;
        private final boolean only;

        Kind(String words) {
            this(words, false);
        }

        /** @param only whether there is one of it, which needs no name */
        Kind(String words, boolean only) {
            this.words = words;
            this.only = only;
        }

        /** For programs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something of Keycloak's own. */
    public record Resource(String type, String id, String name) {}

    /** As people say it. */
    public String words() {
        return kind.only ? kind.words : kind.words + " " + name;
    }

    /** A place that no single thing in Keycloak stands for. */
    public static RealmElement named(Kind kind, @Nullable String name) {
        return new RealmElement(kind, String.valueOf(name), Optional.empty());
    }

    public static RealmElement realm(RealmModel realm) {
        return only(Kind.REALM, new Resource("realm", realm.getId(), realm.getName()));
    }

    /** Switches of the realm that are about its events, of users or of administrators. */
    public static RealmElement events(Kind whose, RealmModel realm) {
        return only(whose, new Resource("events", realm.getId(), realm.getName()));
    }

    public static RealmElement role(RoleModel role) {
        return of(Kind.ROLE, "role", role.getId(), role.getName());
    }

    public static RealmElement client(ClientModel client) {
        return of(Kind.CLIENT, "client", client.getId(), client.getClientId());
    }

    public static RealmElement scope(GuardedScope scope) {
        return of(
                Kind.CLIENT_SCOPE, "client-scope", scope.ref().id(), scope.ref().name());
    }

    public static RealmElement scope(ClientScopeModel scope) {
        return of(Kind.CLIENT_SCOPE, "client-scope", scope.getId(), ScopeCatalog.name(scope));
    }

    public static RealmElement user(UserModel user) {
        return of(Kind.USER, "user", user.getId(), user.getUsername());
    }

    public static RealmElement group(GroupModel group) {
        return of(Kind.GROUP, "group", group.getId(), KeycloakModelUtils.buildGroupPath(group));
    }

    public static RealmElement attribute(String name) {
        return of(Kind.USER_ATTRIBUTE, "user-profile", name, name);
    }

    public static RealmElement requiredAction(String alias) {
        return of(Kind.REQUIRED_ACTION, "required-action", alias, alias);
    }

    public static RealmElement identityProvider(IdentityProviderModel provider) {
        return of(Kind.IDENTITY_PROVIDER, "identity-provider", provider.getInternalId(), provider.getAlias());
    }

    /** One that was approved may not be there any more. */
    public static RealmElement component(Kind kind, ComponentModel component) {
        return component.getId() == null
                ? named(kind, component.getName())
                : of(kind, "component", component.getId(), component.getName());
    }

    private static RealmElement of(Kind kind, String type, String id, String name) {
        return new RealmElement(kind, String.valueOf(name), Optional.of(new Resource(type, id, name)));
    }

    private static RealmElement only(Kind kind, Resource resource) {
        return new RealmElement(kind, "", Optional.of(resource));
    }
}
