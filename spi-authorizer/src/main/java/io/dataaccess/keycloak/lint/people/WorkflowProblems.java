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

/**
 * Workflows that decide by themselves who approves or is admitted: steps that join a group, grant a role, or write what
 * conditions read (Keycloak 26.7.3).
 */
public final class WorkflowProblems {

    private static final String REMEDY =
            " by itself, and whoever its condition admits becomes an approver or can make one:"
                    + " leave that to a person";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ApproverGroups groups;
    private final ConditionAttributes attributes;
    private final PowerfulRoles roles;

    public WorkflowProblems(
            KeycloakSession session, RealmModel realm, ApproverGroups groups, ConditionAttributes attributes) {
        this.session = session;
        this.realm = realm;
        this.groups = groups;
        this.attributes = attributes;
        this.roles = new PowerfulRoles(realm);
    }

    public Stream<Problem> find() {
        return realm.getComponentsStream(realm.getId(), WorkflowProvider.class.getName())
                .flatMap(workflow -> realm.getComponentsStream(workflow.getId(), WorkflowStepProvider.class.getName())
                        .flatMap(step -> Stream.concat(
                                approvers(step)
                                        .map(what ->
                                                Problem.warning("workflow_makes_approvers", place(workflow), what)),
                                read(step)
                                        .map(what -> Problem.warning(
                                                "workflow_writes_conditions", place(workflow), what)))));
    }

    private Stream<ParameterizedText> approvers(ComponentModel step) {
        return switch (kind(step)) {
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

    /** What conditions read: an attribute stands in the step under its own name. */
    private Stream<ParameterizedText> read(ComponentModel step) {
        return switch (kind(step)) {
            case "set-user-attribute" ->
                step.getConfig().keySet().stream()
                        .filter(attributes::contain)
                        .sorted()
                        .map(name -> attribute("set", "gives people the attribute {attribute}", name));
            case "remove-user-attribute" ->
                values(step, "attribute")
                        .filter(attributes::contain)
                        .map(name -> attribute("removed", "takes the attribute {attribute} from people", name));
            case "join-group", "leave-group" ->
                values(step, "group")
                        .filter(any -> attributes.areGroupsRead())
                        .map(path -> ParameterizedText.of(
                                "group",
                                "changes who is in the group {group} by itself, and conditions of {policies} read"
                                        + " groups: leave that to a person",
                                ParameterizedText.naming("group", path, "policies", attributes.readersOfGroups())));
            default -> Stream.empty();
        };
    }

    private ParameterizedText attribute(String kind, String what, String name) {
        return ParameterizedText.of(
                kind,
                what + " by itself, which conditions of {policies} read: leave that to a person",
                ParameterizedText.naming("attribute", name, "policies", attributes.readers(name)));
    }

    private static String kind(ComponentModel step) {
        return Optional.ofNullable(step.getProviderId()).orElse("");
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

    private static RealmElement place(ComponentModel workflow) {
        return RealmElement.named(
                Kind.WORKFLOW,
                Optional.ofNullable(workflow.getConfig().getFirst("name")).orElse(workflow.getName()));
    }
}
