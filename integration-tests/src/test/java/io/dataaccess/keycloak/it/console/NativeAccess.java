/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RoleRepresentation;

/** Keycloak's own rights. */
final class NativeAccess {

    private NativeAccess() {}

    /** Lets somebody do everything in the realm that is Keycloak's. */
    static void makeAdministrator(Realm realm, String username) {
        String id = realm.user(username).toRepresentation().getId();
        realm.asAdministratorOfAll(resource -> give(resource, id));
    }

    private static void give(RealmResource realm, String id) {
        String management =
                realm.clients().findByClientId("realm-management").get(0).getId();
        RoleRepresentation administrator =
                realm.clients().get(management).roles().get("realm-admin").toRepresentation();
        realm.users().get(id).roles().clientLevel(management).add(List.of(administrator));
    }
}
