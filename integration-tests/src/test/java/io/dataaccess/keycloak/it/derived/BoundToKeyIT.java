/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.it.rest.DpopProof;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens bound to a key (RFC 9449) end with the approval although the key is at hand. */
final class BoundToKeyIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @Test
    void endsBoundTokensWhenTheApprovalEnds() throws GeneralSecurityException, IOException, InterruptedException {
        World.prepare(realm);
        World world = new World(realm, "bound", "PT8H");
        Client cli = world.applications.cli();
        DpopProof key = new DpopProof();
        JsonNode issued = token(
                key,
                cli,
                Map.of(
                        "grant_type",
                        "password",
                        "username",
                        world.subject(),
                        "password",
                        Realm.PASSWORD,
                        "scope",
                        world.asked()));
        String accessToken = issued.path("access_token").asText();
        Map<String, String> refresh = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                issued.path("refresh_token").asText());
        JsonNode claims = Afterwards.claims(accessToken);
        assertThat(claims.at("/cnf/jkt").asText()).isNotBlank();
        assertThat(claims.path("exp").asLong())
                .isLessThanOrEqualTo(claims.path("iat").asLong() + 1801);
        assertThat(token(key, cli, refresh).path("scope").asText()).contains(world.scope());
        assertThat(userinfo(key, accessToken)).isEqualTo(200);

        world.revoke(world.grant(cli));

        assertThat(token(key, cli, refresh).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(userinfo(key, accessToken)).isEqualTo(401);
        assertThat(realm.tokens().introspect(Client.SAMPLE_API, accessToken).body())
                .hasToString("{\"active\":false}");
    }

    private static JsonNode token(DpopProof key, Client client, Map<String, String> fields)
            throws GeneralSecurityException, IOException, InterruptedException {
        String endpoint = realm.issuer() + "/protocol/openid-connect/token";
        Map<String, String> form = new HashMap<>(fields);
        form.put("client_id", client.id());
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("DPoP", key.of("POST", endpoint, ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        return new ObjectMapper().readTree(send(request).body());
    }

    private static int userinfo(DpopProof key, String token)
            throws GeneralSecurityException, IOException, InterruptedException {
        String endpoint = realm.issuer() + "/protocol/openid-connect/userinfo";
        return send(HttpRequest.newBuilder(URI.create(endpoint))
                        .header("Authorization", "DPoP " + token)
                        .header("DPoP", key.of("GET", endpoint, token))
                        .build())
                .statusCode();
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
