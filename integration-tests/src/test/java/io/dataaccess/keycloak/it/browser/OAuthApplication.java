/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The least an application is: it sends people to Keycloak and gets them back; a static {@code @RegisterExtension}. */
final class OAuthApplication implements BeforeAllCallback, AfterAllCallback {

    private static final byte[] WELCOME = "Back at the application.".getBytes(UTF_8);

    private final Realm realm;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    OAuthApplication(Realm realm) {
        this.realm = realm;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, WELCOME.length);
            exchange.getResponseBody().write(WELCOME);
            exchange.close();
        });
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
    }

    String loginUrl(String scope) {
        return loginUrl(scope, "");
    }

    /** With more parameters, such as {@code &prompt=none}. */
    String loginUrl(String scope, String more) {
        return realm.issuer() + "/protocol/openid-connect/auth?client_id=" + Client.SAMPLE_APP.id()
                + "&response_type=code&redirect_uri=" + URLEncoder.encode(redirectUri(), UTF_8) + "&scope="
                + URLEncoder.encode(scope, UTF_8) + more;
    }

    /** What Keycloak sends along, once the browser is back. */
    Map<String, String> awaitReturn(Page page) {
        page.waitForURL(redirectUri() + "?**");
        return Arrays.stream(URI.create(page.url()).getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0], parameter -> URLDecoder.decode(parameter[1], UTF_8)));
    }

    /** The tokens for a browser that comes back with a code. */
    Answer awaitTokens(Page page) {
        return realm.tokens()
                .grant(
                        Client.SAMPLE_APP,
                        "authorization_code",
                        Map.of("code", awaitReturn(page).getOrDefault("code", ""), "redirect_uri", redirectUri()));
    }

    private String redirectUri() {
        return "http://localhost:" + server.getAddress().getPort() + "/callback";
    }
}
