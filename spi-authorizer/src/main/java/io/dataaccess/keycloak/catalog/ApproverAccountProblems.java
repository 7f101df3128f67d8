/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.request.Outlook;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Approvers who cannot vote, and approvers who could do more than vote. Looks at the members of their groups only. */
final class ApproverAccountProblems {

    private static final String APPROVER = OurRoles.APPROVER;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Directory directory;
    private final Outlook outlook;

    ApproverAccountProblems(KeycloakSession session, RealmModel realm, Directory directory, Outlook outlook) {
        this.session = session;
        this.realm = realm;
        this.directory = directory;
        this.outlook = outlook;
    }

    Stream<Problem> find(ApproverGroups groups) {
        return groups.paths().stream()
                .flatMap(path -> directory.group(path).stream())
                .flatMap(directory::members)
                .filter(person ->
                        person.account().enabled() && !person.account().service())
                .distinct()
                .flatMap(this::ofPerson);
    }

    private Stream<Problem> ofPerson(Person person) {
        UserModel user = session.users().getUserById(realm, person.user().id());
        if (user == null) {
            return Stream.empty();
        }
        Stream<Problem> locked = outlook.couldDecide(person) ? locked(user) : Stream.empty();
        return Stream.concat(locked, powerful(user));
    }

    private Stream<Problem> locked(UserModel user) {
        if (!has(user, realm.getRole(APPROVER))) {
            return Stream.of(Problem.error(
                    "approver_without_role",
                    Place.user(user),
                    "is in an approver group and lacks the role {role}, so that every vote is refused: give the role to"
                            + " the group",
                    Sentence.naming("role", APPROVER)));
        }
        return new OurRoles(realm)
                        .administration()
                        .flatMap(ClientModel::getRolesStream)
                        .anyMatch(user::hasRole)
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "approver_without_console",
                        Place.user(user),
                        "is an approver and cannot open the admin console: make {role} a composite of {opening}",
                        Sentence.naming(
                                "role",
                                APPROVER,
                                "opening",
                                Constants.REALM_MANAGEMENT_CLIENT_ID + "/" + AdminRoles.QUERY_REALMS)));
    }

    private Stream<Problem> powerful(UserModel user) {
        List<String> powers = new OurRoles(realm)
                .powers()
                .filter(user::hasRole)
                .map(RoleModel::getName)
                .toList();
        return powers.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "approver_is_admin",
                        Place.user(user),
                        "is in an approver group and also has {roles}, enough to be requester and approvers at once:"
                                + " leave that to somebody else",
                        Sentence.naming("roles", String.join(", ", powers))));
    }

    private static boolean has(UserModel user, @Nullable RoleModel role) {
        return role != null && user.hasRole(role);
    }
}
