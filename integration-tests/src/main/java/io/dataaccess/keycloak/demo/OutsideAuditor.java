/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.demo;

import io.dataaccess.keycloak.server.ChildProcess;
import io.dataaccess.keycloak.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The auditor outside: their witness sees each state of the realm's approval log, and their policy trusts what it saw. */
final class OutsideAuditor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NAME = "outside-auditor.example";

    private final ChildProcess witness;
    private final String guide;

    private OutsideAuditor(ChildProcess witness, String guide) {
        this.witness = witness;
        this.guide = guide;
    }

    /** Starts the witness, and tells the realm of it. */
    static OutsideAuditor start(Path jar, Path folder, String keycloak, Path kcadm)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String log = "log " + LogKey.of(keycloak) + "\n";
        Files.writeString(folder.resolve("logs"), log + "quorum none\n");
        ChildProcess process = startWitness(jar, folder);
        String[] printed = printed(folder.resolve("witness.log")).split(" ", -1);
        String witness = "witness outside " + printed[2];
        Path policy = Files.writeString(folder.resolve("policy"), log + witness + "\nquorum outside\n");
        tellRealm(
                witness + " " + printed[3] + "\nquorum outside\n",
                List.of(kcadm.toString(), "update", "realms/workforce", "--no-config", "--server", keycloak),
                folder.resolve("kcadm.log"));
        String get = kcadm + " get %s --no-config --server " + keycloak
                + " --realm workforce --user olga --password password";
        return new OutsideAuditor(process, guide(get, "java -jar " + jar + " verify receipt.json --policy " + policy));
    }

    private static ChildProcess startWitness(Path jar, Path folder) throws IOException, InterruptedException {
        Path state = folder.resolve("witness.json");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "witness",
                "--listen",
                String.valueOf(Ports.free()),
                "--state",
                state.toString(),
                "--policy",
                folder.resolve("logs").toString()));
        if (!Files.exists(state)) {
            command.addAll(List.of("--new", NAME));
        }
        Path log = folder.resolve("witness.log");
        ChildProcess witness = ChildProcess.start("The witness", new ProcessBuilder(command), log);
        witness.await(() -> !printed(log).isEmpty(), PATIENCE);
        return witness;
    }

    /** The line that the witness prints once it listens: its name, key and address. */
    private static String printed(Path log) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith("witness " + NAME + " "))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tellRealm(String witnesses, List<String> update, Path log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(update);
        command.addAll(List.of("--realm", "master", "--user", "admin", "--password", "admin"));
        command.addAll(List.of("-s", "attributes.\"data-access.log.witnesses\"=" + witnesses));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("The realm was not told of its witness; see " + log);
        }
    }

    private static String guide(String get, String verify) {
        String newest = get.formatted("data-access/grants -q max=1 --fields id --format csv --noquotes");
        return """
                A witness of an auditor outside sees each state of the approval log. Once somebody has access, two commands fetch
                what proves how the newest access grant was approved, and verify it, the second without any server:

                  %s > receipt.json

                  %s
                """.formatted(get.formatted("data-access/grants/$(" + newest + ")/receipt"), verify);
    }

    /** What to try once somebody has access. */
    String guide() {
        return guide;
    }

    /** Completes with the reason when the witness ends without having been asked to. */
    CompletableFuture<String> ended() {
        return witness.ended();
    }

    @Override
    public void close() {
        witness.close();
    }
}
