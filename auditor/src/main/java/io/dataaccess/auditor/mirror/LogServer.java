/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A log that is served by C2SP tlog-tiles. */
public final class LogServer implements TileSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A full bundle of the longest entries is a little over 16 MiB. */
    private static final int MAX_BYTES = 17 * 1024 * 1024;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI prefix;
    private final Optional<String> token;

    /**
     * A log below this address.
     *
     * @param token bearer token of an auditor, for the entries
     */
    public LogServer(URI address, Optional<String> token) {
        this.prefix = URI.create(address.toString().endsWith("/") ? address.toString() : address + "/");
        this.token = token;
        boolean isWeb = "https".equals(prefix.getScheme()) || "http".equals(prefix.getScheme());
        if (!isWeb || prefix.getHost() == null) {
            throw new UndecidedException("The address of a log is a URL of https or http");
        }
        if (token.isPresent() && "http".equals(prefix.getScheme()) && !isThisMachine()) {
            throw new UndecidedException("A token goes over https only, or to this machine");
        }
    }

    /** The checkpoint as it is served, or empty when there is none. */
    public Optional<byte[]> checkpoint() {
        return get("checkpoint", Optional.empty());
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return get(path.toString(), path.isEntries() ? token : Optional.empty());
    }

    private Optional<byte[]> get(String path, Optional<String> bearer) {
        URI address = prefix.resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        bearer.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                if (response.statusCode() != OK) {
                    throw new UndecidedException(address + " answers " + response.statusCode());
                }
                byte[] bytes = body.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new UndecidedException(address + " answers more than a log can hold");
                }
                return Optional.of(bytes);
            }
        } catch (IOException e) {
            throw new UndecidedException("Cannot read " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UndecidedException("Stopped while reading " + address, e);
        }
    }

    private boolean isThisMachine() {
        return prefix.getHost().equals("localhost")
                || prefix.getHost().startsWith("127.")
                || prefix.getHost().equals("[::1]");
    }
}
