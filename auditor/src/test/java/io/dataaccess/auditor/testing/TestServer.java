/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Serves a log below {@code /log/}; entries for auditors only. */
public final class TestServer implements AutoCloseable {

    public static final String TOKEN = "token-of-olga";

    private final TestLog log;
    private final HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    public TestServer(TestLog log) {
        this.log = log;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/log/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/log");
    }

    /** Paths that were asked for since the last time. */
    public List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/log/".length());
            asked.add(path);
            boolean refused = path.startsWith("tile/entries/")
                    && !("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = log.files.get(path);
            if (refused || body == null) {
                exchange.sendResponseHeaders(refused ? 401 : 404, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
