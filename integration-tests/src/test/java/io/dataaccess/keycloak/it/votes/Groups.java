/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Groups of approvers come and go. */
final class Groups {

    private Groups() {}

    /** A group in this one; its members have the roles of both. */
    static void addChild(Realm realm, String parent, String name) {
        String id = realm.admin().getGroupByPath(parent).getId();
        check(realm.admin().groups().group(id).subGroup(called(name)));
    }

    /** A group at the top whose members are approvers. */
    static void add(Realm realm, String name) {
        check(realm.admin().groups().add(called(name)));
        realmRoles(realm, "/" + name).add(approverRole(realm));
    }

    static List<RoleRepresentation> approverRole(Realm realm) {
        return List.of(realm.admin().roles().get("data-access-approver").toRepresentation());
    }

    /** The realm roles that come with the group. */
    static RoleScopeResource realmRoles(Realm realm, String path) {
        return realm.admin()
                .groups()
                .group(realm.admin().getGroupByPath(path).getId())
                .roles()
                .realmLevel();
    }

    static void rename(Realm realm, String path, String name) {
        GroupRepresentation group = realm.admin().getGroupByPath(path);
        group.setName(name);
        realm.admin().groups().group(group.getId()).update(group);
    }

    static void remove(Realm realm, String path) {
        realm.admin().groups().group(realm.admin().getGroupByPath(path).getId()).remove();
    }

    private static GroupRepresentation called(String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        return group;
    }

    private static void check(Response created) {
        try (created) {
            assertThat(created.getStatus()).isEqualTo(201);
        }
    }
}
