/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.RoleRepresentation;

/** Somebody of the realm whose role lets them take over others' sessions, as the console's button does. */
public final class Impersonator {

    public static final String NAME = "support";

    private final Realm realm;

    public Impersonator(Realm realm) {
        this.realm = realm;
    }

    public void hire() {
        realm.addUser(NAME, Map.of("country", "SG"));
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
        realm.user(NAME).roles().clientLevel(management).add(List.of(role));
    }

    /** In this browser, whatever cookies it has already. */
    public Visitor takeOver(String username, Visitor browser) {
        browser.call(address(username), token());
        if (browser.status() != 200) {
            throw new IllegalStateException("Not taken over: " + browser.page().text());
        }
        return browser;
    }

    /** Takes over the user's session and signs in to the sample application with it. */
    public Answer login(String username, String scope) {
        Visitor browser = takeOver(username, new Visitor()).open(realm.tokens().loginUrl(Client.SAMPLE_APP, scope));
        return realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
    }

    /** What the button calls, with {@link #token}. */
    public String address(String username) {
        String users = realm.issuer().replace("/realms/", "/admin/realms/") + "/users/";
        return users + realm.user(username).toRepresentation().getId() + "/impersonation";
    }

    public String token() {
        return realm.tokens().password(Client.ADMIN_CLI, NAME, "openid").accessToken();
    }
}
