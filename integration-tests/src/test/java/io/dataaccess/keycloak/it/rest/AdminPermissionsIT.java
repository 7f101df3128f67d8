/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;

/** With Keycloak's admin permissions on, who may query sees only what a permission shows; policies name groups all the same. */
final class AdminPermissionsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @BeforeAll
    static void limitWhatApproversSee() {
        realm.change(found -> found.setAdminPermissionsEnabled(true));
        String administration = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        List<RoleRepresentation> query = List.of(realm.admin()
                .clients()
                .get(administration)
                .roles()
                .get("query-groups")
                .toRepresentation());
        List<String> ids = Stream.of("avery", "lin")
                .map(name -> realm.user(name).toRepresentation().getId())
                .toList();
        realm.asAdministratorOfAll(resource -> ids.forEach(id ->
                resource.users().get(id).roles().clientLevel(administration).add(query)));
    }

    @Test
    void knowsApproverWhenTheirGroupIsHiddenFromThem() {
        assertThat(realm.adminRestOf("avery").get("me").body().path("approver").asBoolean())
                .isTrue();
        assertThat(Findings.now(realm.adminRestOf("avery"))).isEqualTo(Findings.OF_DEMO);
    }

    @Test
    void findsPersonWhenAPermissionIsEnoughToMakeAnApprover() {
        realm.addUser("helper", Map.of("country", "SG"));
        UserPolicyRepresentation helper = new UserPolicyRepresentation();
        helper.setName("the helper");
        helper.addUser(realm.user("helper").toRepresentation().getId());
        permissions().policies().user().create(helper).close();

        findsPermission("reset-password", "WARNING trusted_by_permission at user helper");
        findsPermission("view");
    }

    private static void findsPermission(String scope, String... expected) {
        ScopePermissionRepresentation permission = new ScopePermissionRepresentation();
        permission.setName("help with users");
        permission.setResourceType("Users");
        permission.addScope(scope);
        permission.addPolicy("the helper");
        new Findings(realm)
                .findWhen(
                        () -> permissions()
                                .permissions()
                                .scope()
                                .create(permission)
                                .close(),
                        () -> {
                            String id = permissions()
                                    .permissions()
                                    .scope()
                                    .findByName("help with users")
                                    .getId();
                            permissions().permissions().scope().findById(id).remove();
                        },
                        expected);
    }

    private static AuthorizationResource permissions() {
        String id = realm.admin()
                .clients()
                .findByClientId("admin-permissions")
                .get(0)
                .getId();
        return realm.admin().clients().get(id).authorization();
    }

    @Test
    void knowsNoApproverWhenNotInTheGroup() {
        assertThat(realm.adminRestOf("lin").get("me").body().path("approver").asBoolean())
                .isFalse();
    }
}
