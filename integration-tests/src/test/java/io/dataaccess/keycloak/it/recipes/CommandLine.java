/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The recipe for the command line, run as its users do. */
final class CommandLine implements AutoCloseable {

    private static final long MINUTES = 2;

    private final Process process;
    private final BufferedReader output;

    private CommandLine(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
        // Ends the output, too, so that no test waits for ever.
        CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    static CommandLine ask(Realm realm, String api) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                Recipes.file("cli/access.mjs").toString(),
                "us-contact",
                "legal-request",
                "A court asks for the data of one user",
                api);
        builder.environment().put("ISSUER", realm.issuer());
        return new CommandLine(builder.redirectErrorStream(true).start());
    }

    /** The address that it wants to be opened. */
    String toOpen() throws IOException {
        return next("Open ");
    }

    /** The rest of its next line, once it is written. */
    String next(String start) throws IOException {
        @Nullable String line = output.readLine();
        assertThat(line).startsWith(start);
        return line == null ? "" : line.substring(start.length());
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
