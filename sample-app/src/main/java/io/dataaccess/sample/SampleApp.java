/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.text.ParseException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the web part and the API on one port of this machine. Keycloak may come up later. */
public final class SampleApp implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public SampleApp(Config config) throws IOException, ParseException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), 0);
        server.setExecutor(threads);
        OpenIdProvider provider = new OpenIdProvider(config.issuer());
        DataApi api = new DataApi(new TokenCheck(provider, config.apiSecret()));
        WebPart web = new WebPart(
                new OidcClient(provider, config.clientSecret(), URI.create("http://localhost:" + port() + "/")));
        server.createContext("/api/", exchange -> api.answer(exchange).send(exchange));
        server.createContext("/", exchange -> web.answer(exchange).send(exchange));
        server.start();
    }

    public static void main(String... arguments) throws IOException, ParseException {
        SampleApp app = new SampleApp(Config.parse(arguments));
        System.out.println("Sample application: http://localhost:" + app.port() + "/");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
