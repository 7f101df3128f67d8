/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a test asks of a server; each call throws when no answer comes. */
abstract class NodeCalls {

    /** Whoever waits longer, hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;

    NodeCalls(String url) {
        this.url = url;
    }

    Answer password(Client client, String username, String scope) throws IOException {
        return form(
                client,
                "token",
                Map.of("grant_type", "password", "username", username, "password", "password", "scope", scope));
    }

    Answer refresh(Client client, String refreshToken) throws IOException {
        return form(client, "token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** A token for somebody else's signed statement about a person (RFC 7523). */
    Answer assertion(Client client, String assertion) throws IOException {
        return form(
                client,
                "token",
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        "assertion",
                        assertion,
                        "scope",
                        "openid"));
    }

    Answer introspect(String token) throws IOException {
        return form(Client.SAMPLE_API, "token/introspect", Map.of("token", token));
    }

    /** A token with which this person may vote, after a new login. */
    String approver(String username) throws IOException {
        return password(Client.ADMIN_CLI, username, "openid").accessToken();
    }

    Answer approve(String token, String requestId) throws IOException {
        return admin(token, "/workforce/data-access/requests/" + requestId + "/votes", Map.of("decision", "APPROVE"));
    }

    Answer revoke(String token, String grantId) throws IOException {
        return admin(
                token, "/workforce/data-access/grants/" + grantId + "/revoke", Map.of("reason", "The case is over"));
    }

    Answer request(String token, String requestId) throws IOException {
        return send(to("/admin/realms/workforce/data-access/requests/" + requestId, token));
    }

    Answer file(String token, String scope) throws IOException {
        Map<String, String> body = Map.of(
                "clientId", "sample-app",
                "scope", scope,
                "purpose", "legal-request",
                "justification", "A court asks for it, case 4711");
        return send(to("/realms/workforce/data-access/requests", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer handBack(String token, String grantId) throws IOException {
        return send(to("/realms/workforce/data-access/grants/" + grantId, token).DELETE());
    }

    int cancel(String token, String requestId) throws IOException {
        return send(to("/realms/workforce/data-access/requests/" + requestId, token)
                        .DELETE())
                .status();
    }

    /** Where everybody reads the approval log. */
    String approvalLog() {
        return url + "/realms/workforce/data-access/log";
    }

    /** The verifier keys of the approval log, a line each. */
    String verifierKeys() throws IOException {
        return send(to("/realms/workforce/data-access/log/vkeys")).body().asText();
    }

    Answer ownRequests(String token) throws IOException {
        return send(to("/realms/workforce/data-access/requests", token));
    }

    /** Posts to the admin REST of Keycloak; the path follows {@code /admin/realms}. */
    Answer admin(String token, String path, Object body) throws IOException {
        return send(to("/admin/realms" + path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Changes a user by the admin REST of Keycloak. */
    Answer changeUser(String token, String userId, Object body) throws IOException {
        return change(token, "users/" + userId, body);
    }

    /** What Keycloak's admin REST says; the path follows that of the realm. */
    Answer read(String token, String path) throws IOException {
        return send(to("/admin/realms/workforce/" + path, token));
    }

    Answer change(String token, String path, Object body) throws IOException {
        return send(to("/admin/realms/workforce/" + path, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer delete(String token, String path) throws IOException {
        return send(to("/admin/realms/workforce/" + path, token).DELETE());
    }

    String administrator() throws IOException {
        return post(
                        "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "client_id", "admin-cli",
                                "grant_type", "password",
                                "username", "admin",
                                "password", "admin"))
                .accessToken();
    }

    private Answer form(Client client, String endpoint, Map<String, String> form) throws IOException {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_id", client.id());
        if (!client.secret().isEmpty()) {
            all.put("client_secret", client.secret());
        }
        return post("/realms/workforce/protocol/openid-connect/" + endpoint, all);
    }

    private Answer post(String path, Map<String, String> form) throws IOException {
        String encoded = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded)));
    }

    private HttpRequest.Builder to(String path, String token) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()), response.headers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return TextNode.valueOf(body);
        }
    }
}
