/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.RealmIndex;
import io.dataaccess.keycloak.classification.RealmIndex.StoredAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * The members of approver groups with what the database has of their accounts, page by page: a group may have thousands, and
 * Keycloak reads each of them by itself.
 */
public final class ApproverAccounts {

    private static final int PAGE = 500;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Directory directory;
    private final RealmIndex index;
    private final Map<String, Boolean> gives = new HashMap<>();

    public ApproverAccounts(KeycloakSession session, RealmModel realm, Directory directory, RealmIndex index) {
        this.session = session;
        this.realm = realm;
        this.directory = directory;
        this.index = index;
    }

    /** A member; the account is empty where only Keycloak can tell. */
    record Member(Person person, Optional<StoredAccount> account) {}

    /** The members of the groups at these paths, each once. */
    Stream<Member> of(Stream<String> paths) {
        return paths.flatMap(path -> directory.group(path).stream())
                .flatMap(group -> pages(directory.members(group).stream().iterator()))
                .flatMap(this::members)
                .distinct();
    }

    /** The user as Keycloak has it; empty when there is none any more. */
    Optional<UserModel> user(Person person) {
        return Optional.ofNullable(
                session.users().getUserById(realm, person.user().id()));
    }

    /** Whether the member may have one of these roles: what the database has says more than that, and never less. */
    boolean mayHave(Member member, List<RoleModel> roles) {
        return member.account()
                .map(account -> account.roleIds().stream().anyMatch(id -> isGiven(id, roles))
                        || member.person().groups().stream().anyMatch(group -> isGivenByGroup(group, roles)))
                .orElse(true);
    }

    private boolean isGiven(String roleId, List<RoleModel> roles) {
        return roles.stream()
                .anyMatch(wanted -> gives.computeIfAbsent(roleId + " " + wanted.getId(), unread -> {
                    RoleModel role = realm.getRoleById(roleId);
                    return role != null && PowerfulRoles.gives(role, wanted);
                }));
    }

    private boolean isGivenByGroup(GroupRef ref, List<RoleModel> roles) {
        return roles.stream()
                .anyMatch(wanted -> gives.computeIfAbsent(ref.id() + " " + wanted.getId(), unread -> {
                    GroupModel group = realm.getGroupById(ref.id());
                    return group != null && group.hasRole(wanted);
                }));
    }

    private Stream<Member> members(List<Person> page) {
        Map<String, StoredAccount> accounts =
                index.accounts(page.stream().map(person -> person.user().id()).collect(toUnmodifiableSet()));
        return page.stream()
                .map(person -> new Member(
                        person, Optional.ofNullable(accounts.get(person.user().id()))));
    }

    private static Stream<List<Person>> pages(Iterator<Person> people) {
        return Stream.generate(() -> page(people)).takeWhile(page -> !page.isEmpty());
    }

    private static List<Person> page(Iterator<Person> people) {
        List<Person> page = new ArrayList<>();
        while (page.size() < PAGE && people.hasNext()) {
            page.add(people.next());
        }
        return page;
    }
}
