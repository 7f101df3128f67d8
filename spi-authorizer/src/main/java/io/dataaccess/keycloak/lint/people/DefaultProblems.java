/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What every new user has without anybody's doing, and what must not be among it. */
public final class DefaultProblems {

    private static final Pattern TEXT = Pattern.compile("(['\"])(.*?)\\1");
    private static final Pattern IN_PART = Pattern.compile("startsWith|endsWith|contains|matches");
    private static final Pattern SIGNS = Pattern.compile("^\\^|\\.[*+]|\\$$");

    private final RealmModel realm;
    private final Catalog catalog;
    private final PowerfulRoles roles;

    public DefaultProblems(RealmModel realm, Catalog catalog) {
        this.realm = realm;
        this.catalog = catalog;
        this.roles = new PowerfulRoles(realm);
    }

    public Stream<Problem> find() {
        return Stream.concat(defaultRoles(), realm.getDefaultGroupsStream().flatMap(this::ofGroup));
    }

    private Stream<Problem> defaultRoles() {
        return Optional.ofNullable(realm.getDefaultRole()).stream()
                .flatMap(byDefault ->
                        Stream.concat(roles.all(), roles.powers()).filter(role -> PowerfulRoles.gives(byDefault, role)))
                .map(role -> Problem.error(
                        "role_default",
                        RealmElement.role(role),
                        "is a default role, so that every user has it: take it from the default roles"));
    }

    private Stream<Problem> ofGroup(GroupModel group) {
        // Of an approver group GroupProblems says it.
        boolean approvers = ApproverGroups.of(catalog.policySet()).include(KeycloakModelUtils.buildGroupPath(group));
        return Stream.concat(
                roles.givenBy(group).filter(role -> !approvers).map(role -> rolesOf(group, role)),
                catalog.policySet().policies().stream().flatMap(policy -> ofPolicy(group, policy)));
    }

    private static Problem rolesOf(GroupModel group, RoleModel role) {
        return Problem.error(
                "role_of_default_group",
                RealmElement.group(group),
                "gives its members the role {role}, and is a default group, so that every new user has it: take it from"
                        + " the default groups, or the role from the group",
                ParameterizedText.naming("role", role.getName()));
    }

    private Stream<Problem> ofPolicy(GroupModel group, ApprovalPolicy policy) {
        return Stream.concat(
                reads(policy, group, ApprovalPolicy::eligibility)
                        .map(path -> Problem.error(
                                "eligibility_default_group",
                                catalog.place(policy),
                                "admits by the group {group}, which every new user is put into: take the group from the"
                                        + " default groups, or admit by an attribute",
                                ParameterizedText.naming("group", path))),
                reads(policy, group, ApprovalPolicy::exemption)
                        .map(path -> Problem.error(
                                "exemption_default_group",
                                catalog.place(policy),
                                "exempts by the group {group}, which every new user is put into, so that nobody needs an"
                                        + " approval: take the group from the default groups",
                                ParameterizedText.naming("group", path))));
    }

    /** The group, or one above it, as far as the condition writes its path. */
    private static Stream<String> reads(
            ApprovalPolicy policy, GroupModel group, Function<ApprovalPolicy, Condition> condition) {
        String source = condition.apply(policy).source();
        return source.contains("groups") ? paths(group).filter(path -> isWritten(path, source)) : Stream.empty();
    }

    private static Stream<String> paths(GroupModel group) {
        return Stream.iterate(group, above -> above != null, GroupModel::getParent)
                .map(KeycloakModelUtils::buildGroupPath);
    }

    private static boolean isWritten(String path, String source) {
        return TEXT.matcher(source)
                .results()
                .map(text -> text.group(2))
                .anyMatch(text -> path.equals(text) || (IN_PART.matcher(source).find() && isPart(text, path)));
    }

    /** The text, or the pattern without what stands for a beginning or an end. */
    private static boolean isPart(String text, String path) {
        String plain = SIGNS.matcher(text).replaceAll("");
        return !plain.isBlank() && path.contains(plain);
    }
}
