/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.RoleRepresentation;

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
    void knowsNoApproverWhenNotInTheGroup() {
        assertThat(realm.adminRestOf("lin").get("me").body().path("approver").asBoolean())
                .isFalse();
    }
}
