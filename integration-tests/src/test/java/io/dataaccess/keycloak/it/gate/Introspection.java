/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An introspection that asks for a JWT, too. */
public final class Introspection {

    private Introspection() {}

    public static JsonNode withJwt(Realm realm, Client client, String token) {
        HttpResponse<String> response = accepting("application/jwt", realm, client, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HttpResponse<String> accepting(String mediaType, Realm realm, Client client, String token) {
        String form = "client_id=" + client.id() + "&client_secret=" + client.secret() + "&token="
                + URLEncoder.encode(token, UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(realm.issuer() + "/protocol/openid-connect/token/introspect"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
