/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataaccess.auditor.testing.Story;
import io.dataaccess.auditor.testing.TestLog;
import io.dataaccess.auditor.testing.TestReceipt;
import io.dataaccess.auditor.testing.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes: 0 holds, 1 does not hold, 2 nothing can be said. */
class AuditorTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Story story = new Story();
    private final TestLog log = new TestLog();

    @Test
    void saysThatAReceiptHolds() throws IOException {
        log.add(story.entries()).publish(NOW);
        assertThat(run("verify", receipt(), "--policy", policy())).isZero();
        assertThat(out.toString()).startsWith("holds\n").contains("until: 2026-11-28T11:30:00Z");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhatDoesNotHoldInJson() throws IOException {
        log.add(story.without(story.dana)).publish(NOW);
        assertThat(run("verify", "--json", receipt(), "--policy", policy())).isEqualTo(1);
        JsonNode answer = JsonMapper.builder().build().readTree(out.toString());
        assertThat(answer.path("holds").booleanValue()).isFalse();
        assertThat(answer.path("findings").path(0).path("code").textValue()).isEqualTo("votes_missing");
        assertThat(answer.path("findings").path(0).path("index").intValue()).isEqualTo(4);
        assertThat(answer.path("log").textValue()).isEqualTo(TestLog.ORIGIN);
    }

    @Test
    void saysNothingWhenFilesOrArgumentsAreMissingOrWrong() throws IOException {
        log.add(story.entries()).publish(NOW);
        assertThat(run("verify", receipt())).isEqualTo(2);
        assertThat(run("verify", receipt(), "--policy", "nowhere")).isEqualTo(2);
        assertThat(run("verify", "nowhere", "--policy", policy())).isEqualTo(2);
        assertThat(run("verify", receipt(), "--policy", receipt())).isEqualTo(2);
        assertThat(run("check", folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(run("mirror", "ftp://x/", folder.toString())).isEqualTo(2);
        assertThat(run("mirror", "http://localhost:1/", folder.toString(), "--policy", policy()))
                .isEqualTo(2);
        assertThat(run("mirror", "http://localhost:1/", folder.toString(), "--max-age", "soon"))
                .isEqualTo(2);
        assertThat(run("witness", "--listen", "99999", "--state", file("w", ""), "--policy", policy()))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--help")).isZero();
        assertThat(run("nothing")).isEqualTo(2);
        assertThat(out.toString()).doesNotContain("holds\n  ");
    }

    @Test
    void saysInJsonThatNothingCanBeSaid() throws IOException {
        assertThat(run("verify", "nowhere", "--policy", file("policy", "quorum none\n"), "--json"))
                .isEqualTo(2);
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(out.toString())
                        .path("error")
                        .textValue())
                .contains("nowhere");
    }

    @Test
    void mirrorsAndChecks() throws IOException {
        log.addNoise(300).add(story.entries()).publish(NOW);
        String mirror = folder.resolve("mirror").toString();
        try (TestServer server = new TestServer(log)) {
            String token = file("token", TestServer.TOKEN + "\n");
            String url = server.address().toString();
            assertThat(run("mirror", url, mirror, "--policy", policy(), "--token", token, "--max-age", "PT1H"))
                    .isZero();
            assertThat(run("mirror", url, mirror, "--token", token, "--all")).isZero();
            assertThat(run("check", mirror)).isZero();
            assertThat(run("check", mirror, "--export", file("grants.json", "[{\"id\":\"smuggled\"}]")))
                    .isEqualTo(1);
            log.entries.remove(7);
            log.addNoise(1).publish(NOW);
            assertThat(run("mirror", url, mirror)).isEqualTo(1);
        }
        assertThat(out.toString()).contains("exported_without_entry").contains("! entry 7: ");
        assertThat(err.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return Auditor.run(
                Clock.fixed(NOW, ZoneOffset.UTC), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String receipt() throws IOException {
        return file("receipt.json", new String(new TestReceipt(log, story).bytes(), UTF_8));
    }

    private String policy() throws IOException {
        return file("policy", log.policy());
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
