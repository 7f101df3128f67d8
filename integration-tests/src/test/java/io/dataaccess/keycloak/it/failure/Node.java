/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.server.KeycloakServer;
import io.dataaccess.keycloak.server.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A Keycloak of a test's own. */
final class Node extends NodeCalls implements AutoCloseable {

    /** What the test classes here share: the one who starts first builds it, so they run one after the other. */
    static final String INSTALLATION = "installation of io.dataaccess.keycloak.it.failure";

    private static final Path HOME =
            Path.of(System.getProperty("server.home")).normalize().resolve("failure");
    /** Nobody needs to listen there. */
    private static final int CLUSTER = Ports.free();

    private final String name;
    private final KeycloakServer server;

    private Node(String name, KeycloakServer server) {
        super(server.url());
        this.name = name;
        this.server = server;
    }

    /** Several on one database need no cluster: each starts with empty caches, and only one at a time changes anything. */
    static Node start(String name, Postgres postgres, String... more) throws IOException, InterruptedException {
        return start(name, postgres, List.of(), more);
    }

    /** One whose Java machine has these options too. */
    static Node start(String name, Postgres postgres, List<String> machine, String... more)
            throws IOException, InterruptedException {
        return new Node(
                name,
                launch(name, postgres)
                        .options("--cache=local")
                        .options(more)
                        .machine(machine.toArray(String[]::new))
                        .start());
    }

    /** A node of the cluster of this database. All nodes say that they are the same issuer. */
    static Node join(String name, Postgres postgres) throws IOException, InterruptedException {
        return new Node(
                name,
                launch(name, postgres)
                        .options(
                                "--hostname=http://localhost:" + CLUSTER,
                                "--cache-embedded-network-bind-address=127.0.0.1",
                                "--cache-embedded-network-bind-port=" + Ports.free(),
                                "--spi-data-access--mail--interval=1s")
                        .start());
    }

    /** One that joins while something else is done. */
    static CompletableFuture<Node> beside(String name, Postgres postgres) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return join(name, postgres);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private static KeycloakServer.Launch launch(String name, Postgres postgres) {
        return KeycloakServer.of(
                        Path.of(System.getProperty("server.distribution")).normalize(), HOME)
                .production()
                .providers(Stream.of(System.getProperty("server.providers").split(File.pathSeparator))
                        .map(Path::of)
                        .toList())
                .postgres(postgres.jdbcUrl(name), "postgres", "postgres")
                .options("--db-pool-max-size=20", "--db-connect-timeout=5s")
                .log(name + ".log");
    }

    String name() {
        return name;
    }

    /** Imports a realm over one that is there, as an operator does while no server runs; returns what the command says. */
    static String replaceRealm(Postgres postgres, Path file) throws IOException, InterruptedException {
        Path program = HOME.resolve(
                        Path.of(System.getProperty("server.distribution")).getFileName())
                .resolve("bin/kc.sh");
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "import",
                        "--optimized",
                        "--override=true",
                        "--file=" + file,
                        "--db-url=" + postgres.jdbcUrl("import"),
                        "--db-username=postgres",
                        "--db-password=postgres")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** What it said since its start. */
    List<String> log() throws IOException {
        return Files.readAllLines(HOME.resolve(name + ".log"));
    }

    void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
