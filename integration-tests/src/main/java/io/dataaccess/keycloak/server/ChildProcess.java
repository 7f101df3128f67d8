/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A program that writes to a log file and ends, with its own children, no later than this Java does. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Path log;
    private volatile boolean closing;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    public static ChildProcess start(String name, ProcessBuilder builder, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        ChildProcess child = new ChildProcess(name, process, log);
        Runtime.getRuntime().addShutdownHook(new Thread(child::close, "stop " + name));
        return child;
    }

    /** Returns once the condition holds; throws with the end of the log when the process ends first or time is up. */
    public void await(BooleanSupplier ready, Duration atMost) throws InterruptedException {
        Instant giveUp = Instant.now().plus(atMost);
        while (!ready.getAsBoolean()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " ended with " + process.exitValue() + lastLines());
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException(
                        name + " was not ready after " + atMost.toSeconds() + " s" + lastLines());
            }
        }
    }

    /** Completes with the reason when the process ends without having been asked to. */
    public CompletableFuture<String> ended() {
        return process.onExit()
                .thenCompose(exited -> closing
                        ? new CompletableFuture<>()
                        : CompletableFuture.completedFuture(name + " ended with " + exited.exitValue() + lastLines()));
    }

    /** Asks the process to end and waits for it and its children; kills what does not comply. */
    @Override
    public void close() {
        closing = true;
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        process.destroy();
        CompletableFuture<Void> ended =
                CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        ended.completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends the process and its children as a power failure would, and returns once they are gone. */
    public void kill() {
        closing = true;
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "; the end of " + log + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "; " + log + " cannot be read";
        }
    }
}
