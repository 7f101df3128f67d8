/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.catalog.Catalog;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;

/**
 * Groups as people know them: by their description, such as {@code US data security}; else by their name, such as
 * {@code us-security}, and where another group that approves has the same name, by their path.
 *
 * @param paths of the groups that approve
 */
public record GroupLabels(RealmModel realm, Set<String> paths) {

    public GroupLabels {
        paths = Set.copyOf(paths);
    }

    /** With all groups that a policy names. */
    public static GroupLabels of(RealmModel realm, Catalog catalog) {
        return new GroupLabels(
                realm,
                catalog.policySet().policies().stream()
                        .flatMap(policy -> policy.approval().required().keySet().stream())
                        .collect(toUnmodifiableSet()));
    }

    public String of(GroupRef group) {
        return KeycloakDirectory.description(realm, group).orElseGet(() -> nameOf(group));
    }

    /** Of a group that is not there. */
    public String of(String path) {
        return named(path.substring(path.lastIndexOf('/') + 1), path);
    }

    private String nameOf(GroupRef group) {
        return Optional.ofNullable(realm.getGroupById(group.id()))
                .map(GroupModel::getName)
                .map(name -> named(name, group.path()))
                .orElseGet(() -> of(group.path()));
    }

    private String named(String name, String path) {
        boolean isAlone =
                paths.stream().filter(other -> !other.equals(path)).noneMatch(other -> other.endsWith("/" + name));
        return VisibleText.line(isAlone ? name : path.replaceFirst("^/", ""));
    }
}
