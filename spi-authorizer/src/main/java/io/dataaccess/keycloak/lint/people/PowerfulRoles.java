/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.directory.DataAccessRoles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** The roles of this extension, and those of Keycloak whose holders could make or be an approver, or an approved client. */
final class PowerfulRoles {

    static final String APPROVER = DataAccessRoles.APPROVER;

    private static final List<String> NAMES = DataAccessRoles.ALL;

    /**
     * {@code realm-admin} is a composite of them all. Who sees clients reads their secrets and keys, and who manages events
     * can have them kept with representations (26.7.3).
     */
    private static final List<String> POWERS = List.of(
            AdminRoles.MANAGE_REALM,
            AdminRoles.MANAGE_USERS,
            AdminRoles.MANAGE_CLIENTS,
            AdminRoles.VIEW_CLIENTS,
            AdminRoles.MANAGE_IDENTITY_PROVIDERS,
            AdminRoles.MANAGE_AUTHORIZATION,
            AdminRoles.MANAGE_EVENTS,
            AdminRoles.IMPERSONATION);

    private final RealmModel realm;

    PowerfulRoles(RealmModel realm) {
        this.realm = realm;
    }

    /** Those that the realm has. */
    Stream<RoleModel> all() {
        return NAMES.stream().flatMap(name -> Stream.ofNullable(realm.getRole(name)));
    }

    /** Those that come with the role, itself included. */
    Stream<RoleModel> givenBy(@Nullable RoleModel role) {
        return role == null ? Stream.empty() : Stream.concat(all(), powers()).filter(decisive -> gives(role, decisive));
    }

    /** Those that come with the group, and with the groups above it. */
    Stream<RoleModel> givenBy(GroupModel group) {
        return Stream.iterate(group, above -> above != null, GroupModel::getParent)
                .flatMap(GroupModel::getRoleMappingsStream)
                .flatMap(this::givenBy)
                .distinct();
    }

    /** The roles of Keycloak that are enough for that, as far as the realm has them. */
    Stream<RoleModel> powers() {
        return administration().flatMap(client -> names().flatMap(power -> Stream.ofNullable(client.getRole(power))));
    }

    /** Representations in admin events hold private keys and registration access tokens of clients (26.7.3). */
    private Stream<String> names() {
        return realm.isAdminEventsEnabled() && realm.isAdminEventsDetailsEnabled()
                ? Stream.concat(POWERS.stream(), Stream.of(AdminRoles.VIEW_EVENTS))
                : POWERS.stream();
    }

    /** In the master realm, the roles over it are those of another client. */
    Stream<ClientModel> administration() {
        return Optional.ofNullable(realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID))
                .or(() -> Optional.ofNullable(realm.getMasterAdminClient()))
                .stream();
    }

    static boolean gives(RoleModel role, RoleModel other) {
        return role.equals(other) || role.hasRole(other);
    }
}
