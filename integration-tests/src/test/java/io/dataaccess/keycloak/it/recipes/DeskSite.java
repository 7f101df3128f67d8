/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dataaccess.keycloak.server.Ports;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.util.JsonSerialization;

/** The folder of the recipe for browsers as a web site, and its client in the realm; like both but for addresses. */
final class DeskSite implements BeforeAllCallback, AfterAllCallback {

    private final Realm realm;
    private final int port = Ports.free();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    DeskSite(Realm realm) {
        this.realm = realm;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        String client =
                Files.readString(Recipes.file("browser/client.json")).replace("http://localhost:8280", origin());
        try (var created =
                realm.admin().clients().create(JsonSerialization.readValue(client, ClientRepresentation.class))) {
            assertThat(created.getStatus()).isEqualTo(201);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", DeskSite::answer);
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
    }

    /** What the page is told about the realm and the API. */
    void configure(String apiUrl) throws IOException {
        String settings = Files.readString(Recipes.file("browser/settings.json"))
                .replace("http://localhost:8080/realms/workforce", realm.issuer())
                .replace("http://localhost:8380", apiUrl);
        server.createContext(
                "/settings.json", exchange -> send(exchange, "application/json", settings.getBytes(UTF_8)));
    }

    String origin() {
        return "http://localhost:" + port;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        Path file = Recipes.file("browser").resolve(path.isEmpty() ? "index.html" : path);
        if (Files.isRegularFile(file)) {
            send(exchange, path.endsWith(".js") ? "text/javascript" : "text/html", Files.readAllBytes(file));
        } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
