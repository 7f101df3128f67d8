/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A running Keycloak, started the way an operator starts it; administrator {@code admin}, password {@code admin}. */
public final class KeycloakServer implements AutoCloseable {

    /** The first start of an installation builds it, and machines that run tests are busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final ChildProcess process;
    private final String url;

    private KeycloakServer(ChildProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts {@code distribution} from a working copy in {@code home}, which keeps build and data for the next start. */
    public static Launch of(Path distribution, Path home) {
        return new Launch(distribution, home);
    }

    /** Without a slash at the end. */
    public String url() {
        return url;
    }

    /** Completes with the reason when the server ends without having been asked to. */
    public CompletableFuture<String> ended() {
        return process.ended();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    /** What to start. */
    public static final class Launch {

        private final Path distribution;
        private final Path home;
        private final List<Path> providers = new ArrayList<>();
        private final List<Path> realms = new ArrayList<>();
        private final List<String> options = new ArrayList<>();
        // From 590 to 345 MB, and a faster start.
        private final List<String> machine =
                new ArrayList<>(List.of("-XX:-UseG1GC", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        private int port = Ports.free();
        private String path = "";
        private String log = "keycloak.log";
        private List<String> mode = List.of("start-dev");

        private Launch(Path distribution, Path home) {
            this.distribution = distribution;
            this.home = home;
        }

        public Launch providers(List<Path> jars) {
            providers.addAll(jars);
            return this;
        }

        /** A realm file, imported unless the server already has that realm. */
        public Launch realm(Path file) {
            realms.add(file);
            return this;
        }

        /** Instead of the H2 file in the working copy. */
        public Launch postgres(String jdbcUrl, String username, String password) {
            return options(
                    "--db=postgres", "--db-url=" + jdbcUrl, "--db-username=" + username, "--db-password=" + password);
        }

        /** Instead of any free port. */
        public Launch port(int number) {
            port = number;
            return this;
        }

        /** Below this path, {@code /auth} say, instead of the server's root. */
        public Launch path(String relative) {
            path = relative;
            return this;
        }

        /** As in production, but without TLS: a faster start once the installation is built. */
        public Launch production() {
            mode = List.of("start", "--http-enabled=true", "--hostname-strict=false");
            return this;
        }

        /** For several servers of one installation. */
        public Launch log(String name) {
            log = name;
            return this;
        }

        public Launch options(String... more) {
            options.addAll(List.of(more));
            return this;
        }

        /** Options of the Java machine, without blanks in them. */
        public Launch machine(String... more) {
            machine.addAll(List.of(more));
            return this;
        }

        /** Returns once the server is ready to serve. */
        public KeycloakServer start() throws IOException, InterruptedException {
            Installation installation = Installation.of(distribution, home);
            installation.provide(providers);
            installation.offer(realms);
            int managementPort = Ports.free();
            ChildProcess process =
                    ChildProcess.start("Keycloak", command(installation, managementPort), home.resolve(log));
            try {
                process.await(() -> isReady(managementPort), PATIENCE);
            } catch (IllegalStateException | InterruptedException e) {
                process.close();
                throw e;
            }
            return new KeycloakServer(process, "http://localhost:" + port + path);
        }

        private ProcessBuilder command(Installation installation, int managementPort) {
            List<String> command = new ArrayList<>(List.of(installation.script().toString()));
            command.addAll(mode);
            command.addAll(List.of(
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--http-management-port=" + managementPort,
                    "--health-enabled=true"));
            if (!realms.isEmpty()) {
                command.add("--import-realm");
            }
            if (!path.isEmpty()) {
                command.addAll(List.of("--http-relative-path=" + path, "--http-management-relative-path=/"));
            }
            command.addAll(options);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_APPEND", String.join(" ", machine));
            builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
            return builder;
        }

        private static boolean isReady(int managementPort) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            try {
                return HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == HttpURLConnection.HTTP_OK;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
