/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.approver.ApproverFeasibility;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.people.ApproverAccounts.Member;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Approvers who cannot vote, and approvers who could do more than vote. Looks at the members of their groups only, and of each
 * mistake names no more than {@link NamedPeople#MOST}.
 */
public final class ApproverAccountProblems {

    private static final String APPROVER = PowerfulRoles.APPROVER;

    private final RealmModel realm;
    private final ApproverAccounts accounts;
    private final ApproverFeasibility feasibility;
    private final List<RoleModel> console;
    private final List<RoleModel> powers;

    public ApproverAccountProblems(RealmModel realm, ApproverAccounts accounts, ApproverFeasibility feasibility) {
        this.realm = realm;
        this.accounts = accounts;
        this.feasibility = feasibility;
        this.console = new PowerfulRoles(realm)
                .administration()
                .flatMap(ClientModel::getRolesStream)
                .toList();
        this.powers = new PowerfulRoles(realm).powers().toList();
    }

    public Stream<Problem> find(ApproverGroups groups) {
        NamedPeople withoutRole = new NamedPeople(realm, "approver_without_role");
        NamedPeople withoutConsole = new NamedPeople(realm, "approver_without_console");
        NamedPeople admins = new NamedPeople(realm, "approver_is_admin");
        accounts.of(groups.paths().stream()).forEach(member -> {
            if (withoutRole.isOpen() && isLocked(member.person())) {
                accounts.user(member.person()).ifPresent(user -> withoutRole.add(withoutRole(user)));
            }
            if (withoutConsole.isOpen() && !isSeenInConsole(member) && feasibility.couldDecide(member.person())) {
                accounts.user(member.person())
                        .filter(user -> console.stream().noneMatch(user::hasRole))
                        .ifPresent(user -> withoutConsole.add(withoutConsole(user)));
            }
            if (admins.isOpen() && accounts.mayHave(member, powers)) {
                accounts.user(member.person()).ifPresent(user -> powerful(user).forEach(admins::add));
            }
        });
        return Stream.of(withoutRole, withoutConsole, admins).flatMap(NamedPeople::problems);
    }

    private boolean isLocked(Person person) {
        return !person.account().approver() && feasibility.couldDecide(person);
    }

    /** Whoever lacks the role of approvers hears of that first. */
    private boolean isSeenInConsole(Member member) {
        return !member.person().account().approver()
                || (member.account().isPresent() && accounts.mayHave(member, console));
    }

    private static Problem withoutRole(UserModel user) {
        return Problem.error(
                "approver_without_role",
                RealmElement.user(user),
                "is in an approver group and lacks the role {role}, so that every vote is refused and none counts: give the role to"
                        + " the group",
                ParameterizedText.naming("role", APPROVER));
    }

    private static Problem withoutConsole(UserModel user) {
        return Problem.warning(
                "approver_without_console",
                RealmElement.user(user),
                "is an approver and cannot open the admin console: make {role} a composite of {opening}",
                ParameterizedText.naming(
                        "role",
                        APPROVER,
                        "opening",
                        Constants.REALM_MANAGEMENT_CLIENT_ID + "/" + AdminRoles.QUERY_REALMS));
    }

    private Stream<Problem> powerful(UserModel user) {
        List<String> had =
                powers.stream().filter(user::hasRole).map(RoleModel::getName).toList();
        return had.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "approver_is_admin",
                        RealmElement.user(user),
                        "is in an approver group and also has {roles}, enough to be requester and approvers at once,"
                                + " or to take tokens as a client: leave that to somebody else",
                        ParameterizedText.naming("roles", String.join(", ", had))));
    }
}
