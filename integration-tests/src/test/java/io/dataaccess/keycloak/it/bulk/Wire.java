/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Sends requests that no proper HTTP client would let through. One connection each. */
final class Wire {

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI server;

    Wire(String server) {
        this.server = URI.create(server);
    }

    String server() {
        return server.toString();
    }

    Reply send(Shot shot) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            boolean sent = write(shot, socket.getOutputStream());
            byte[] answer = socket.getInputStream().readAllBytes();
            if (answer.length == 0 && sent) {
                throw new IOException("The connection was closed");
            }
            return reply(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + shot, e);
        }
    }

    /** Whether all of it was taken: a server may answer and hang up before it has read everything. */
    private boolean write(Shot shot, OutputStream out) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String lines = Stream.of(
                        Stream.of(shot.method() + " " + shot.target() + " HTTP/1.1"),
                        Stream.of("Host: " + server.getAuthority(), "Connection: close"),
                        shot.headers().stream(),
                        Stream.of("Content-Length: " + shot.body().length, "", ""))
                .flatMap(part -> part)
                .reduce((one, other) -> one + "\r\n" + other)
                .orElseThrow();
        message.write(lines.getBytes(UTF_8));
        message.write(shot.body());
        try {
            message.writeTo(out);
            out.flush();
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    private static Reply reply(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("No HTTP answer: " + text);
        }
        List<String> lines = List.of(text.substring(0, end).split("\r\n"));
        List<String> headers = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                        + line.substring(line.indexOf(':')))
                .toList();
        boolean chunked = headers.stream().anyMatch(line -> line.equals("transfer-encoding: chunked"));
        String body = text.substring(end + 4);
        return new Reply(
                Integer.parseInt(lines.get(0).split(" ", 3)[1]),
                headers,
                new String((chunked ? joined(body) : body).getBytes(ISO_8859_1), UTF_8));
    }

    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int end = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, end), 16);
            body.append(chunks, end + 2, end + 2 + size);
            at = end + 2 + size + 2;
        }
        return body.toString();
    }
}
