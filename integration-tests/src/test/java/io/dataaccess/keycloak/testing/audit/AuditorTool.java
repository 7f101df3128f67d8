/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** The jar of the auditor outside, as a program of its own. */
public final class AuditorTool {

    private static final int SECONDS = 120;

    private final Path folder;

    /** Keeps what the program prints in this folder. */
    public AuditorTool(Path folder) {
        this.folder = folder;
    }

    /**
     * What the program said.
     *
     * @param code with which it ended
     * @param output the lines it printed, errors among them
     */
    public record Run(int code, String output) {

        /** Each finding as {@code code} or {@code code index}; the program was told {@code --json}. */
        public List<String> findings() {
            JsonNode report = Json.read(output);
            return StreamSupport.stream(report.path("findings").spliterator(), false)
                    .map(one ->
                            (one.path("code").asText() + " " + one.path("index").asText()).strip())
                    .toList();
        }
    }

    public Run run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("auditor.jar")));
        command.addAll(arguments);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The auditor's tool did not end");
        }
        return new Run(process.exitValue(), Files.readString(output));
    }
}
