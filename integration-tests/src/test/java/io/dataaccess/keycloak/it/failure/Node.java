/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataaccess.keycloak.server.KeycloakServer;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Keycloak of a test's own, and the calls to it; each throws when no answer comes. */
final class Node implements AutoCloseable {

    /** What the test classes here share: the one who starts first builds it, so they run one after the other. */
    static final String INSTALLATION = "installation of io.dataaccess.keycloak.it.failure";

    /** Whoever waits longer, hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Path HOME =
            Path.of(System.getProperty("server.home")).normalize().resolve("failure");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String name;
    private final KeycloakServer server;

    private Node(String name, KeycloakServer server) {
        this.name = name;
        this.server = server;
    }

    /** Several on one database need no cluster: each starts with empty caches, and only one at a time changes anything. */
    static Node start(String name, Postgres postgres, String... more) throws IOException, InterruptedException {
        return start(name, postgres, List.of(), more);
    }

    /** One whose Java machine has these options too. */
    static Node start(String name, Postgres postgres, List<String> machine, String... more)
            throws IOException, InterruptedException {
        KeycloakServer server = KeycloakServer.of(
                        Path.of(System.getProperty("server.distribution")).normalize(), HOME)
                .production()
                .providers(Stream.of(System.getProperty("server.providers").split(File.pathSeparator))
                        .map(Path::of)
                        .toList())
                .postgres(postgres.jdbcUrl(name), "postgres", "postgres")
                .options("--cache=local", "--db-pool-max-size=20", "--db-connect-timeout=5s")
                .options(more)
                .machine(machine.toArray(String[]::new))
                .log(name + ".log")
                .start();
        return new Node(name, server);
    }

    String name() {
        return name;
    }

    /** Imports a realm over one that is there, as an operator does while no server runs; returns what the command says. */
    static String replaceRealm(Postgres postgres, Path file) throws IOException, InterruptedException {
        Path program = HOME.resolve(
                        Path.of(System.getProperty("server.distribution")).getFileName())
                .resolve("bin/kc.sh");
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "import",
                        "--optimized",
                        "--override=true",
                        "--file=" + file,
                        "--db-url=" + postgres.jdbcUrl("import"),
                        "--db-username=postgres",
                        "--db-password=postgres")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** What it said since its start. */
    List<String> log() throws IOException {
        return Files.readAllLines(HOME.resolve(name + ".log"));
    }

    void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
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

    int cancel(String token, String requestId) throws IOException {
        return send(to("/realms/workforce/data-access/requests/" + requestId, token)
                        .DELETE())
                .status();
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
        return send(to("/admin/realms/workforce/users/" + userId, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
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
        return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(PATIENCE);
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
