/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.workflow.WorkflowProvider;
import org.keycloak.models.workflow.WorkflowStepProvider;

/** Workflows that make approvers by themselves: steps that join a group or grant a role (Keycloak 26.7.3). */
public final class WorkflowProblems {

    private static final String REMEDY =
            " by itself, and whoever its condition admits becomes an approver or can make one:"
                    + " leave that to a person";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ApproverGroups groups;
    private final PowerfulRoles roles;

    public WorkflowProblems(KeycloakSession session, RealmModel realm, ApproverGroups groups) {
        this.session = session;
        this.realm = realm;
        this.groups = groups;
        this.roles = new PowerfulRoles(realm);
    }

    public Stream<Problem> find() {
        return realm.getComponentsStream(realm.getId(), WorkflowProvider.class.getName())
                .flatMap(workflow -> realm.getComponentsStream(workflow.getId(), WorkflowStepProvider.class.getName())
                        .flatMap(this::ofStep)
                        .map(what -> found(workflow, what)));
    }

    private Stream<ParameterizedText> ofStep(ComponentModel step) {
        return switch (Optional.ofNullable(step.getProviderId()).orElse("")) {
            case "join-group" ->
                values(step, "group")
                        .filter(this::makesApprovers)
                        .map(path -> ParameterizedText.of(
                                "group",
                                "gives people the group {group}" + REMEDY,
                                ParameterizedText.naming("group", path)));
            case "grant-role" ->
                values(step, "role")
                        .filter(this::givesOurs)
                        .map(name -> ParameterizedText.of(
                                "role",
                                "gives people the role {role}" + REMEDY,
                                ParameterizedText.naming("role", name)));
            default -> Stream.empty();
        };
    }

    private static Stream<String> values(ComponentModel step, String key) {
        return Optional.ofNullable(step.getConfig().get(key)).orElse(List.of()).stream();
    }

    /** A workflow names a group by its id or its path. */
    private boolean makesApprovers(String named) {
        GroupModel byId = session.groups().getGroupById(realm, named);
        GroupModel group = byId == null ? KeycloakModelUtils.findGroupByPath(session, realm, named) : byId;
        return group != null
                && (groups.include(KeycloakModelUtils.buildGroupPath(group))
                        || roles.givenBy(group).findAny().isPresent());
    }

    /** A role of the realm, or after a client's id and a slash one of a client. */
    private boolean givesOurs(String named) {
        int slash = named.indexOf('/');
        ClientModel client = slash < 0 ? null : realm.getClientByClientId(named.substring(0, slash));
        RoleModel role = client == null ? realm.getRole(named) : client.getRole(named.substring(slash + 1));
        return role != null
                && Stream.concat(roles.all(), roles.powers()).anyMatch(ours -> PowerfulRoles.gives(role, ours));
    }

    private static Problem found(ComponentModel workflow, ParameterizedText what) {
        String name = Optional.ofNullable(workflow.getConfig().getFirst("name")).orElse(workflow.getName());
        return Problem.warning("workflow_makes_approvers", RealmElement.named(Kind.WORKFLOW, name), what);
    }
}
