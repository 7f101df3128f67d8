/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.RoleRepresentation;

/** Somebody of the realm whose role lets them take over others' sessions, as the console's button does. */
final class Impersonator {

    private static final String NAME = "support";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Realm realm;

    Impersonator(Realm realm) {
        this.realm = realm;
    }

    void hire() {
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

    /** Takes over the user's session and signs in to the sample application with it. */
    Answer login(String username, String scope) {
        String token = realm.tokens().password(Client.ADMIN_CLI, NAME, "openid").accessToken();
        String users = realm.issuer().replace("/realms/", "/admin/realms/") + "/users/";
        String id = realm.user(username).toRepresentation().getId();
        HttpResponse<String> taken = send(HttpRequest.newBuilder(URI.create(users + id + "/impersonation"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        String cookies = taken.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .filter(cookie -> !cookie.endsWith("="))
                .collect(Collectors.joining("; "));
        HttpResponse<String> signedIn =
                send(HttpRequest.newBuilder(URI.create(realm.tokens().loginUrl(Client.SAMPLE_APP, scope)))
                        .header("Cookie", cookies));
        assertThat(signedIn.statusCode()).isEqualTo(302);
        String location = signedIn.headers().firstValue("Location").orElseThrow();
        return realm.tokens().code(Client.SAMPLE_APP, location.replaceFirst(".*[?&#]code=([^&]+).*", "$1"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
