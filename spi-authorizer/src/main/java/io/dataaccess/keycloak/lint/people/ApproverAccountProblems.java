/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.approver.ApproverFeasibility;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Approvers who cannot vote, and approvers who could do more than vote. Looks at the members of their groups only. */
public final class ApproverAccountProblems {

    private static final String APPROVER = PowerfulRoles.APPROVER;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Directory directory;
    private final ApproverFeasibility feasibility;

    public ApproverAccountProblems(
            KeycloakSession session, RealmModel realm, Directory directory, ApproverFeasibility feasibility) {
        this.session = session;
        this.realm = realm;
        this.directory = directory;
        this.feasibility = feasibility;
    }

    public Stream<Problem> find(ApproverGroups groups) {
        return groups.paths().stream()
                .flatMap(path -> directory.group(path).stream())
                .flatMap(group -> directory.members(group).stream())
                .filter(person ->
                        person.account().enabled() && !person.account().serviceAccount())
                .distinct()
                .flatMap(this::ofPerson);
    }

    private Stream<Problem> ofPerson(Person person) {
        UserModel user = session.users().getUserById(realm, person.user().id());
        if (user == null) {
            return Stream.empty();
        }
        Stream<Problem> locked = feasibility.couldDecide(person) ? locked(person, user) : Stream.empty();
        return Stream.concat(locked, powerful(user));
    }

    private Stream<Problem> locked(Person person, UserModel user) {
        if (!person.account().approver()) {
            return Stream.of(Problem.error(
                    "approver_without_role",
                    RealmElement.user(user),
                    "is in an approver group and lacks the role {role}, so that every vote is refused and none counts: give the role to"
                            + " the group",
                    ParameterizedText.naming("role", APPROVER)));
        }
        return new PowerfulRoles(realm)
                        .administration()
                        .flatMap(ClientModel::getRolesStream)
                        .anyMatch(user::hasRole)
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "approver_without_console",
                        RealmElement.user(user),
                        "is an approver and cannot open the admin console: make {role} a composite of {opening}",
                        ParameterizedText.naming(
                                "role",
                                APPROVER,
                                "opening",
                                Constants.REALM_MANAGEMENT_CLIENT_ID + "/" + AdminRoles.QUERY_REALMS)));
    }

    private Stream<Problem> powerful(UserModel user) {
        List<String> powers = new PowerfulRoles(realm)
                .powers()
                .filter(user::hasRole)
                .map(RoleModel::getName)
                .toList();
        return powers.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "approver_is_admin",
                        RealmElement.user(user),
                        "is in an approver group and also has {roles}, enough to be requester and approvers at once,"
                                + " or to take tokens as a client: leave that to somebody else",
                        ParameterizedText.naming("roles", String.join(", ", powers))));
    }
}
