/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Mappers of LDAP that give everybody of a directory a group, role or attribute (26.7.3). What they give is not stored, so
 * that lists of members and holders lack these people.
 */
public final class DirectoryMapperProblems {

    /** The types by their names: the classes are not among what we compile against. */
    private static final String MAPPER = "org.keycloak.storage.ldap.mappers.LDAPStorageMapper";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ConditionAttributes attributes;
    private final ApproverGroups approvers;
    private final PowerfulRoles roles;

    public DirectoryMapperProblems(
            KeycloakSession session, RealmModel realm, ConditionAttributes attributes, ApproverGroups approvers) {
        this.session = session;
        this.realm = realm;
        this.attributes = attributes;
        this.approvers = approvers;
        this.roles = new PowerfulRoles(realm);
    }

    public Stream<Problem> find() {
        return realm.getComponentsStream(realm.getId(), DirectoryProblems.DIRECTORY)
                .filter(directory -> !"false".equals(directory.get("enabled")))
                .flatMap(directory -> realm.getComponentsStream(directory.getId(), MAPPER)
                        .flatMap(mapper -> of(RealmElement.named(Kind.USER_DIRECTORY, directory.getName()), mapper)));
    }

    private Stream<Problem> of(RealmElement where, ComponentModel mapper) {
        return switch (Optional.ofNullable(mapper.getProviderId()).orElse("")) {
            case "hardcoded-ldap-group-mapper" -> value(mapper, "group").flatMap(path -> group(where, path));
            case "hardcoded-ldap-role-mapper" -> value(mapper, "role").flatMap(name -> role(where, name));
            case "hardcoded-attribute-mapper" ->
                value(mapper, "user.model.attribute").flatMap(name -> attribute(where, name));
            default -> Stream.empty();
        };
    }

    private static Stream<String> value(ComponentModel mapper, String key) {
        return Stream.ofNullable(mapper.get(key)).map(String::strip);
    }

    private Stream<Problem> group(RealmElement where, String written) {
        String path = KeycloakModelUtils.normalizeGroupPath(written);
        GroupModel group = KeycloakModelUtils.findGroupByPath(session, realm, path);
        boolean decides = approvers.include(path)
                || (group != null && roles.givenBy(group).findAny().isPresent());
        if (decides) {
            return Stream.of(everybody(
                    where,
                    ParameterizedText.of(
                            "group",
                            "puts everybody who comes from there into the group {group}, whoever it is: delete that"
                                    + " mapper",
                            ParameterizedText.naming("group", path))));
        }
        return attributes.areGroupsRead()
                ? Stream.of(conditions(
                        where,
                        ParameterizedText.of(
                                "group",
                                "puts everybody who comes from there into the group {group}, and conditions of {policies}"
                                        + " read groups: leave that to a person",
                                ParameterizedText.naming("group", path, "policies", attributes.readersOfGroups()))))
                : Stream.empty();
    }

    private Stream<Problem> role(RealmElement where, String name) {
        RoleModel role = KeycloakModelUtils.getRoleFromString(KeycloakSessionUtil.getKeycloakSession(), realm, name);
        return roles.givenBy(role).findAny().isPresent()
                ? Stream.of(everybody(
                        where,
                        ParameterizedText.of(
                                "role",
                                "gives everybody who comes from there the role {role}, whoever it is: delete that mapper",
                                ParameterizedText.naming("role", name))))
                : Stream.empty();
    }

    private Stream<Problem> attribute(RealmElement where, String name) {
        return attributes.contain(name)
                ? Stream.of(conditions(
                        where,
                        ParameterizedText.of(
                                "attribute",
                                "gives everybody who comes from there the attribute {attribute}, which conditions of"
                                        + " {policies} read: leave that to a person",
                                ParameterizedText.naming("attribute", name, "policies", attributes.readers(name)))))
                : Stream.empty();
    }

    private static Problem everybody(RealmElement where, ParameterizedText what) {
        return Problem.error("directory_for_everybody", where, what);
    }

    private static Problem conditions(RealmElement where, ParameterizedText what) {
        return Problem.warning("directory_writes_conditions", where, what);
    }
}
