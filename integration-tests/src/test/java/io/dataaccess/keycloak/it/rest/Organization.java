/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An organization of a realm; Keycloak's admin client is older than their groups. */
final class Organization {

    private final Realm realm;
    private final String token;
    private final String path;

    private Organization(Realm realm, String token, String path) {
        this.realm = realm;
        this.token = token;
        this.path = path;
    }

    static Organization in(Realm realm) {
        realm.change(found -> found.setOrganizationsEnabled(true));
        String token = Master.token(realm);
        HttpResponse<String> created = Master.send(to(realm, token, "organizations")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\": \"Partner\", \"domains\": [{\"name\": \"partner.example\"}]}")));
        assertThat(created.statusCode()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        return new Organization(realm, token, location.substring(location.indexOf("organizations/")));
    }

    void addGroup(String name) {
        HttpResponse<String> created = Master.send(to(realm, token, path + "/groups")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"" + name + "\"}")));
        assertThat(created.statusCode()).isEqualTo(201);
    }

    void remove() {
        Master.send(to(realm, token, path).DELETE());
    }

    private static HttpRequest.Builder to(Realm realm, String token, String path) {
        return HttpRequest.newBuilder(URI.create(Master.server(realm) + "/admin/realms/" + realm.name() + "/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }
}
