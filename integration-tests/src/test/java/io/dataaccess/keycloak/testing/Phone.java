/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The authentication device of backchannel logins (CIBA): Keycloak tells it who is to sign in where, and people answer.
 */
public final class Phone implements AutoCloseable {

    private static final String OPTION =
            "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=";

    private final HttpServer server;
    /** What to answer with, by who is asked. */
    private final Map<String, String> bearers = new ConcurrentHashMap<>();

    private Phone(HttpServer server) {
        this.server = server;
    }

    static Phone start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Phone phone = new Phone(server);
        server.createContext("/", phone::ring);
        server.start();
        return phone;
    }

    /** Makes Keycloak use this phone. */
    String option() {
        return OPTION + "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Says yes to what this person was asked last; keeps no answer for later. */
    Answer confirm(String issuer, String username) {
        String bearer = Optional.ofNullable(bearers.remove(username)).orElseThrow();
        return Http.postJson(
                Http.to(issuer + "/protocol/openid-connect/ext/ciba/auth/callback", bearer),
                "{\"status\":\"SUCCEED\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void ring(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String bearer = exchange.getRequestHeaders().getFirst("Authorization");
            bearers.put(Json.read(asked).path("login_hint").asText(), bearer.replaceFirst("^Bearer ", ""));
            exchange.sendResponseHeaders(201, -1);
        }
    }
}
