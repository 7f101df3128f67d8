/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.StoredMembers;
import io.dataaccess.keycloak.access.StoredMembers.StoredUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/**
 * Members of groups as people: by what the database keeps where Keycloak would say the same, else as Keycloak says. Groups and
 * roles are looked at once, however many people have them.
 */
final class MemberSource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StoredMembers stored;
    private final @Nullable RoleModel approver;
    private final Map<String, Optional<GroupModel>> groups = new HashMap<>();
    private final Map<String, Set<GroupRef>> refs = new HashMap<>();
    private final Map<String, Boolean> approving = new HashMap<>();

    MemberSource(KeycloakSession session, RealmModel realm, StoredMembers stored) {
        this.session = session;
        this.realm = realm;
        this.stored = stored;
        this.approver = realm.getRole(DataAccessRoles.APPROVER);
    }

    StoredPages pages(List<String> groupIds) {
        return new StoredPages(stored, groupIds);
    }

    UserDirectories directories() {
        return new UserDirectories(session, realm, stored);
    }

    /**
     * Whether only Keycloak can say how this user is: a directory has the last word, or an organization, which makes its own
     * people disabled when it is.
     */
    boolean isAskedOfKeycloak(StoredUser user) {
        return user.inDirectory() || groups(user).anyMatch(group -> !KeycloakDirectory.isRealmGroup(group));
    }

    /** The user as Keycloak has it; empty when nobody has this id any more. */
    Optional<UserModel> user(String userId) {
        return Optional.ofNullable(session.users().getUserById(realm, userId));
    }

    Person asKeycloakSays(UserModel user) {
        return KeycloakDirectory.of(realm, user);
    }

    /** One whom a page lists is enabled, and a person's. */
    Person asStored(StoredUser user) {
        return new Person(
                user.ref(),
                new Account(true, false, false, isApprover(user), false),
                Attributes.of(user.attributes()),
                groups(user).flatMap(group -> refs(group).stream()).collect(toUnmodifiableSet()));
    }

    private Stream<GroupModel> groups(StoredUser user) {
        return user.groupIds().stream()
                .flatMap(id ->
                        groups.computeIfAbsent(id, unread -> Optional.ofNullable(realm.getGroupById(unread))).stream());
    }

    private Set<GroupRef> refs(GroupModel group) {
        return refs.computeIfAbsent(group.getId(), unread -> KeycloakDirectory.refs(Stream.of(group)));
    }

    private boolean isApprover(StoredUser user) {
        RoleModel wanted = approver;
        return wanted != null
                && (user.roleIds().stream().anyMatch(id -> gives(id, wanted))
                        || groups(user).anyMatch(group -> gives(group, wanted)));
    }

    private boolean gives(String roleId, RoleModel wanted) {
        return approving.computeIfAbsent(roleId, unread -> {
            RoleModel role = realm.getRoleById(unread);
            return role != null && RoleUtils.hasRole(Stream.of(role), wanted);
        });
    }

    private boolean gives(GroupModel group, RoleModel wanted) {
        return approving.computeIfAbsent(
                group.getId(), unread -> RoleUtils.hasRoleFromGroup(Stream.of(group), wanted, true));
    }
}
