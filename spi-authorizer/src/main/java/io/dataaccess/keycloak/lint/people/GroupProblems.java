/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;

/** Groups that could be taken for a policy's group, and approver groups that everybody is put into. */
public final class GroupProblems {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ApproverGroups groups;

    public GroupProblems(KeycloakSession session, RealmModel realm, ApproverGroups groups) {
        this.session = session;
        this.realm = realm;
        this.groups = groups;
    }

    /** Keycloak shows groups by what the caller may see; what is wrong does not depend on the caller. */
    public Stream<Problem> find() {
        List<Problem> found = new ArrayList<>();
        AdminPermissionsSchema.runWithoutAuthorization(session, () -> {
            groups.paths().forEach(path -> lookAlikes(path).forEach(found::add));
            defaults().forEach(found::add);
        });
        return found.stream();
    }

    private Stream<Problem> lookAlikes(String path) {
        List<GroupModel> groupsAtPath = names(path)
                .flatMap(name -> session.groups().searchForGroupByNameStream(realm, name, true, null, null))
                .filter(at(path))
                .toList();
        Stream<Problem> ofRealm =
                groupsAtPath.stream().map(GroupModel::getId).distinct().count() > 1
                        ? Stream.of(Problem.error(
                                "group_ambiguous",
                                RealmElement.group(groupsAtPath.get(0)),
                                "is the path of more than one group of the realm, so that the wrong people may be"
                                        + " approvers: rename the one with slashes in its name"))
                        : Stream.empty();
        return Stream.concat(ofRealm, ofOrganizations(path));
    }

    private Stream<Problem> ofOrganizations(String path) {
        return Optional.ofNullable(session.getProvider(OrganizationProvider.class))
                .filter(OrganizationProvider::isEnabled)
                .stream()
                .flatMap(organizations -> organizations
                        .getAllStream()
                        .filter(organization -> names(path)
                                .flatMap(name -> organizations.searchGroupsByName(organization, name, true, null, null))
                                .anyMatch(at(path))))
                .map(organization -> Problem.warning(
                        "group_in_organization",
                        RealmElement.named(Kind.GROUP, path),
                        "is also a group of the organization {organization}, whose members look like approvers and are"
                                + " none: rename that one",
                        ParameterizedText.naming("organization", organization.getAlias())));
    }

    /** A group's name may hold slashes: any end of the path can be one. */
    private static Stream<String> names(String path) {
        return IntStream.range(0, path.length())
                .filter(position -> path.charAt(position) == '/')
                .mapToObj(position -> path.substring(position + 1));
    }

    private static Predicate<GroupModel> at(String path) {
        return group -> path.equals(KeycloakModelUtils.buildGroupPath(group));
    }

    private Stream<Problem> defaults() {
        return realm.getDefaultGroupsStream()
                .filter(group -> groups.include(KeycloakModelUtils.buildGroupPath(group)))
                .map(group -> Problem.error(
                        "approver_group_default",
                        RealmElement.group(group),
                        "makes its members approvers, and is a default group, so that every new user is one:"
                                + " take it from the default groups"));
    }
}
