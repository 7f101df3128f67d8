/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.RoleRepresentation;

/** Somebody of the realm whose role lets them take over others' sessions, as the console's button does. */
final class Takeover {

    static final String IMPERSONATOR = "support";

    private final Realm realm;

    Takeover(Realm realm) {
        this.realm = realm;
    }

    void hire() {
        realm.addUser(IMPERSONATOR, Map.of("country", "SG"));
        String management = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        RoleRepresentation role = realm.admin()
                .clients()
                .get(management)
                .roles()
                .get("impersonation")
                .toRepresentation();
        realm.user(IMPERSONATOR).roles().clientLevel(management).add(List.of(role));
    }

    /** In this browser, whatever cookies it has already. */
    Visitor of(String username, Visitor browser) {
        String token = realm.tokens()
                .password(Client.ADMIN_CLI, IMPERSONATOR, "openid")
                .accessToken();
        String id = realm.user(username).toRepresentation().getId();
        browser.call(realm.issuer().replace("/realms/", "/admin/realms/") + "/users/" + id + "/impersonation", token);
        assertThat(browser.status()).isEqualTo(200);
        return browser;
    }
}
