/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** As much of Keycloak as the sample application sees. */
final class TestIssuer implements AutoCloseable {
    enum Introspection {
        ACTIVE,
        INACTIVE,
        WITHOUT_ENTRIES,
        DOWN
    }

    static final RSAKey KEY = key("realm");
    static final RSAKey OTHER_KEY = key("realm");

    final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
    volatile Introspection introspection = Introspection.ACTIVE;
    volatile Function<Map<String, String>, Reply> tokenEndpoint = request -> error("invalid_grant", "");

    private final HttpServer server;

    TestIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration", exchange -> discovery().send(exchange));
        server.createContext(
                "/keys",
                exchange -> Reply.json(200, new JWKSet(KEY).toJSONObject()).send(exchange));
        server.createContext(
                "/introspect", exchange -> introspect(form(exchange)).send(exchange));
        server.createContext("/token", exchange -> {
            Map<String, String> request = form(exchange);
            tokenRequests.add(request);
            tokenEndpoint.apply(request).send(exchange);
        });
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static Reply error(String code, String description) {
        return Reply.json(400, Map.of("error", code, "error_description", description));
    }

    static String sign(JWTClaimsSet claims) {
        return sign(claims, KEY);
    }

    static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply discovery() {
        return Reply.json(
                200,
                Map.of(
                        "issuer", issuer(),
                        "authorization_endpoint", issuer() + "/auth",
                        "token_endpoint", issuer() + "/token",
                        "introspection_endpoint", issuer() + "/introspect",
                        "end_session_endpoint", issuer() + "/logout",
                        "jwks_uri", issuer() + "/keys",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256")));
    }

    private Reply introspect(Map<String, String> request) {
        return switch (introspection) {
            case DOWN -> Reply.json(500, Map.of("error", "server_error"));
            case INACTIVE -> Reply.json(200, Map.of("active", false));
            case WITHOUT_ENTRIES -> Reply.json(200, Map.of("active", true, "scope", "openid us-private"));
            case ACTIVE -> Reply.json(200, active(request.getOrDefault("token", "")));
        };
    }

    private static Map<String, Object> active(String token) {
        try {
            return new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet())
                    .claim("active", true)
                    .build()
                    .toJSONObject();
        } catch (ParseException e) {
            return Map.of("active", false);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        URLUtils.parseParameters(body).forEach((name, values) -> form.put(name, values.get(0)));
        return form;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
