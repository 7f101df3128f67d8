/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupMembers;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.StoredMembers;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.access.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The realm's users and groups. Groups of organizations are none of ours, whatever their path. */
public final class KeycloakDirectory implements Directory {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StoredMembers stored;

    public KeycloakDirectory(KeycloakSession session, RealmModel realm, StoredMembers stored) {
        this.session = session;
        this.realm = realm;
        this.stored = stored;
    }

    /** The user as of now. */
    public static Person of(RealmModel realm, UserModel user) {
        return person(
                user,
                hasRole(user, realm.getRole(DataAccessRoles.APPROVER)),
                hasRole(user, realm.getRole(DataAccessRoles.SERVICE_OWNER)));
    }

    /**
     * The user as of now, as one whose access is decided: whether they approve, or ask for others, is not asked, and so this
     * one does neither.
     */
    public static Person subject(UserModel user) {
        return person(user, false, false);
    }

    /** The user by their names as of now. */
    public static UserRef ref(UserModel user) {
        return UserRef.of(user.getId(), user.getUsername(), user.getFirstName(), user.getLastName());
    }

    /** What the group is called among people, on one line; empty where nobody described it, or it is gone. */
    public static Optional<String> description(RealmModel realm, GroupRef group) {
        return Optional.ofNullable(realm.getGroupById(group.id()))
                .map(GroupModel::getDescription)
                .map(VisibleText::line)
                .filter(text -> !text.isBlank());
    }

    @Override
    public Optional<Person> person(String userId) {
        return Optional.ofNullable(session.users().getUserById(realm, userId)).map(user -> of(realm, user));
    }

    /** Keycloak finds groups by what the caller may see; which group a policy names does not depend on the caller. */
    @Override
    public Optional<GroupRef> group(String path) {
        return AdminPermissionsSchema.runWithoutAuthorization(
                session,
                () -> Optional.ofNullable(KeycloakModelUtils.findGroupByPath(session, realm, path))
                        .filter(KeycloakDirectory::isRealmGroup)
                        .map(KeycloakDirectory::ref));
    }

    /** Keycloak filters groups by what the caller may see; who may approve does not depend on the caller. */
    @Override
    public GroupMembers members(GroupRef group) {
        List<GroupModel> groups = new ArrayList<>();
        AdminPermissionsSchema.runWithoutAuthorization(
                session,
                () -> Optional.ofNullable(realm.getGroupById(group.id())).stream()
                        .filter(KeycloakDirectory::isRealmGroup)
                        .flatMap(KeycloakDirectory::withDescendants)
                        .forEach(groups::add));
        return new FoundMembers(new MemberSource(session, realm, stored), groups);
    }

    private static Person person(UserModel user, boolean approver, boolean serviceOwner) {
        return new Person(
                ref(user),
                new Account(
                        user.isEnabled(),
                        user.getServiceAccountClientLink() != null,
                        user instanceof LightweightUserAdapter,
                        approver,
                        serviceOwner),
                Attributes.of(user.getAttributes()),
                refs(user.getGroupsStream()));
    }

    /** These groups and those above them. */
    static Set<GroupRef> refs(Stream<GroupModel> groups) {
        return groups.flatMap(KeycloakDirectory::withAncestors)
                .map(KeycloakDirectory::ref)
                .collect(toUnmodifiableSet());
    }

    /** Where the realm has no such role, nobody has it. */
    private static boolean hasRole(UserModel user, @Nullable RoleModel role) {
        return role != null && user.hasRole(role);
    }

    private static Stream<GroupModel> withAncestors(GroupModel group) {
        return Stream.iterate(group, one -> one != null, GroupModel::getParent).filter(KeycloakDirectory::isRealmGroup);
    }

    private static Stream<GroupModel> withDescendants(GroupModel group) {
        return Stream.concat(Stream.of(group), group.getSubGroupsStream().flatMap(KeycloakDirectory::withDescendants));
    }

    static boolean isRealmGroup(GroupModel group) {
        return group.getType() == GroupModel.Type.REALM;
    }

    private static GroupRef ref(GroupModel group) {
        return new GroupRef(group.getId(), KeycloakModelUtils.buildGroupPath(group));
    }
}
