/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.model.Scope;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** Fine-grained admin permissions that let their holders make or be an approver, or a client, without any role that says so. */
public final class PermissionProblems {

    /** The scopes of Keycloak's schema that are enough (26.7.3). */
    private static final Set<String> ENOUGH = Set.of(
            AdminPermissionsSchema.MANAGE,
            AdminPermissionsSchema.MAP_ROLES,
            AdminPermissionsSchema.MAP_ROLE,
            AdminPermissionsSchema.MAP_ROLE_COMPOSITE,
            AdminPermissionsSchema.MANAGE_GROUP_MEMBERSHIP,
            AdminPermissionsSchema.MANAGE_MEMBERSHIP,
            AdminPermissionsSchema.MANAGE_MEMBERSHIP_OF_MEMBERS,
            AdminPermissionsSchema.MANAGE_MEMBERS,
            AdminPermissionsSchema.IMPERSONATE,
            AdminPermissionsSchema.IMPERSONATE_MEMBERS,
            AdminPermissionsSchema.RESET_PASSWORD);

    private final KeycloakSession session;
    private final RealmModel realm;

    public PermissionProblems(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public Stream<Problem> find() {
        ClientModel permissions = realm.isAdminPermissionsEnabled() ? realm.getAdminPermissionsClient() : null;
        AuthorizationProvider authorization =
                permissions == null ? null : session.getProvider(AuthorizationProvider.class);
        if (permissions == null || authorization == null) {
            return Stream.empty();
        }
        ResourceServer server =
                authorization.getStoreFactory().getResourceServerStore().findByClient(permissions);
        return server == null
                ? Stream.empty()
                : authorization.getStoreFactory().getPolicyStore().findByType(server, "scope").stream()
                        .flatMap(this::ofPermission);
    }

    private Stream<Problem> ofPermission(Policy permission) {
        Set<String> scopes = permission.getScopes().stream()
                .map(Scope::getName)
                .filter(scope -> ENOUGH.contains(scope) || showsSecrets(permission, scope))
                .collect(Collectors.toCollection(TreeSet::new));
        return scopes.isEmpty()
                ? Stream.empty()
                : permission.getAssociatedPolicies().stream()
                        .flatMap(holders -> "user".equals(holders.getType())
                                ? ofPeople(permission, holders, scopes)
                                : Stream.of(ofPolicy(permission, holders, scopes)));
    }

    /** Who sees a client reads its secret and its keys (26.7.3). */
    private static boolean showsSecrets(Policy permission, String scope) {
        return AdminPermissionsSchema.VIEW.equals(scope)
                && AdminPermissionsSchema.CLIENTS_RESOURCE_TYPE.equals(permission.getResourceType());
    }

    private Stream<Problem> ofPeople(Policy permission, Policy holders, Set<String> scopes) {
        return Stream.of(JsonSerialization.valueFromString(
                        holders.getConfig().getOrDefault("users", "[]"), String[].class))
                .map(id -> session.users().getUserById(realm, id))
                .flatMap(Stream::ofNullable)
                .map(user -> ofPerson(permission, user, scopes));
    }

    private static Problem ofPerson(Policy permission, UserModel user, Set<String> scopes) {
        return Problem.warning(
                "trusted_by_permission",
                RealmElement.user(user),
                "has {rights} by the admin permission {permission}, enough to make an approver, to act as one, or to"
                        + " take tokens as a client: know who it is, and leave approver groups, their members and"
                        + " clients with guarded scopes out of the permission",
                ParameterizedText.naming("rights", String.join(", ", scopes), "permission", permission.getName()));
    }

    private static Problem ofPolicy(Policy permission, Policy holders, Set<String> scopes) {
        return Problem.warning(
                "permission_makes_approvers",
                RealmElement.named(Kind.ADMIN_PERMISSION, permission.getName()),
                "gives {rights} to all whom the policy {policy} admits, enough to make an approver, to act as one, or to"
                        + " take tokens as a client: know who they are, and leave approver groups, their members and"
                        + " clients with guarded scopes out of the permission",
                ParameterizedText.naming("rights", String.join(", ", scopes), "policy", holders.getName()));
    }
}
