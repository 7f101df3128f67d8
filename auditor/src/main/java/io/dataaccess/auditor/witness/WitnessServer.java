/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dataaccess.auditor.finding.UndecidedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The witness over HTTP: {@code POST /add-checkpoint} and {@code GET /<hash of the origin>/checkpoint}. TLS is for a proxy before it. */
public final class WitnessServer implements AutoCloseable {

    /** Many times what a checkpoint with a proof of 63 hashes has. */
    private static final int MAX_BODY = 256 * 1024;

    private static final int THREADS = 4;
    private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    public WitnessServer(Witness witness, InetSocketAddress address) {
        this.witness = witness;
        // Seconds in which a request must have been sent: whoever sends slowly holds no thread for longer.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("sun.net.httpserver.maxRspTime", "20");
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UndecidedException("Cannot listen at " + address, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer =
                    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(String method, String path, HttpExchange exchange) throws IOException {
        if (path.equals("/add-checkpoint")) {
            if (!method.equals("POST")) {
                return Answer.refused(Answer.NO_METHOD, "POST only");
            }
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            return body.length > MAX_BODY
                    ? Answer.refused(Answer.MALFORMED, "The request is too long")
                    : witness.addCheckpoint(body);
        }
        Matcher checkpoint = CHECKPOINT.matcher(path);
        if (checkpoint.matches() && method.equals("GET")) {
            return Optional.of(checkpoint.group(1))
                    .flatMap(witness::checkpoint)
                    .map(note -> Answer.ok(note.toString()))
                    .orElseGet(() -> Answer.refused(Answer.UNKNOWN, "No checkpoint of such a log was cosigned"));
        }
        return Answer.refused(Answer.UNKNOWN, "There is nothing here");
    }
}
