/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The server's administrator with plain JSON, for what Keycloak's admin client does not know yet. */
final class Operator {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String server;

    Operator(Realm realm) {
        this.server = realm.issuer().substring(0, realm.issuer().indexOf("/realms/"));
    }

    /** A path below {@code /admin/}. */
    JsonNode get(String path) {
        return read(send(admin(path).GET()), 200);
    }

    void post(String path, Object body, int expected) {
        read(send(json(admin(path)).POST(BodyPublishers.ofString(write(body)))), expected);
    }

    JsonNode put(String path, Object body, int expected) {
        return read(send(json(admin(path)).PUT(BodyPublishers.ofString(write(body)))), expected);
    }

    void delete(String path) {
        read(send(admin(path).DELETE()), 204);
    }

    /** The access token of a person of the demo realm, at this endpoint. */
    static String login(String endpoint, Client client, String username, String scope) {
        return login(
                endpoint,
                "client_id=" + client.id() + "&client_secret=" + client.secret() + "&username=" + username
                        + "&password=" + Realm.PASSWORD + "&scope=" + scope.replace(' ', '+'));
    }

    /** Any address, with any token. */
    static HttpResponse<String> get(String url, String bearer) {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + bearer));
    }

    static HttpResponse<String> postJson(String url, String bearer, Object body) {
        return send(json(HttpRequest.newBuilder(URI.create(url)))
                .header("Authorization", "Bearer " + bearer)
                .POST(BodyPublishers.ofString(write(body))));
    }

    static JsonNode read(HttpResponse<String> response, int expected) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create(server + "/admin/" + path))
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        return login(
                server + "/realms/master/protocol/openid-connect/token",
                "client_id=admin-cli&username=admin&password=admin");
    }

    private static String login(String endpoint, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&" + form));
        return read(send(request), 200).path("access_token").asText();
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
