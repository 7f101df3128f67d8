/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.classification.RealmIndex;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * People whose role of Keycloak's lets them make or be an approver, or a client, also by a composite role or a group. Of each role and
 * group no more are read than are named.
 */
public final class TrustedPeopleProblems {

    /** So many are named, then only that there are more. */
    static final int MOST = 50;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ApproverGroups approvers;
    private final RealmIndex index;
    private final PowerfulRoles roles;

    public TrustedPeopleProblems(
            KeycloakSession session, RealmModel realm, ApproverGroups approvers, RealmIndex index) {
        this.session = session;
        this.realm = realm;
        this.approvers = approvers;
        this.index = index;
        this.roles = new PowerfulRoles(realm);
    }

    /** Keycloak shows people by what the caller may see; what is wrong does not depend on the caller. */
    public Stream<Problem> find() {
        Map<String, UserModel> found = new LinkedHashMap<>();
        AdminPermissionsSchema.runWithoutAuthorization(
                session,
                () -> holders()
                        .filter(user -> !isApprover(user))
                        .takeWhile(user -> found.size() <= MOST)
                        .forEach(user -> found.put(user.getId(), user)));
        Stream<Problem> named = found.values().stream().limit(MOST).map(this::named);
        return found.size() <= MOST ? named : Stream.concat(named, Stream.of(more()));
    }

    private Stream<UserModel> holders() {
        return mighty().flatMap(role -> Stream.concat(
                session.users().getRoleMembersStream(realm, role, 0, MOST + 1),
                session.groups().getGroupsByRoleStream(realm, role, 0, MOST + 1).flatMap(this::members)));
    }

    /** Those roles and all that come with one of them. */
    private Stream<RoleModel> mighty() {
        List<RoleModel> powers = roles.powers().toList();
        Stream<RoleModel> composites = index
                .rolesAbove(powers.stream().map(RoleModel::getId).collect(toSet()))
                .stream()
                .sorted()
                .flatMap(id -> Stream.ofNullable(realm.getRoleById(id)))
                .filter(role -> powers.stream().anyMatch(role::hasRole));
        return Stream.concat(powers.stream(), composites);
    }

    private Stream<UserModel> members(GroupModel group) {
        return Stream.concat(
                session.users().getGroupMembersStream(realm, group, 0, MOST + 1),
                group.getSubGroupsStream().flatMap(this::members));
    }

    /** Of approvers {@link ApproverAccountProblems} says it. */
    private boolean isApprover(UserModel user) {
        return user.getGroupsStream().map(KeycloakModelUtils::buildGroupPath).anyMatch(approvers::include);
    }

    private Problem named(UserModel user) {
        List<String> powers =
                roles.powers().filter(user::hasRole).map(RoleModel::getName).toList();
        return Problem.warning(
                "trusted_person",
                Optional.ofNullable(user.getServiceAccountClientLink())
                        .map(realm::getClientById)
                        .map(RealmElement::client)
                        .orElseGet(() -> RealmElement.user(user)),
                "has {roles}, enough to make an approver, to act as one, or to take tokens as a client: know who it is,"
                        + " and take away what is not needed",
                ParameterizedText.naming("roles", String.join(", ", powers)));
    }

    private Problem more() {
        return Problem.warning(
                "trusted_people_many",
                RealmElement.realm(realm),
                "has more than {most} people with roles that are enough to make an approver, or to take tokens as a"
                        + " client; only so many are named: take the roles away where they are not needed",
                ParameterizedText.naming("most", String.valueOf(MOST)));
    }
}
