/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.testing.Story;
import io.dataaccess.auditor.testing.TestLog;
import io.dataaccess.auditor.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Leaves a true mirror and a changed one in {@code target/second-opinion}, for the verifier in {@code src/test/go}. */
class SecondOpinionFolderTest {

    private static final Path FOLDER = Path.of("target/second-opinion");

    @Test
    void writesAMirrorWhenTheLogIsTrueAndAChangedOne() throws IOException {
        TestLog log = new TestLog().addNoise(600).add(new Story().entries()).publish(Instant.now());
        mirror(log, "true");
        Path tile = mirror(log, "changed").resolve("tile/0/001");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[320] ^= 1;
        Files.write(tile, bytes);
        Files.writeString(FOLDER.resolve("vkey"), log.signer.key().toString());
    }

    private static Path mirror(TestLog log, String name) {
        Path folder = FOLDER.resolve(name);
        new TileFolder(folder).remove();
        try (TestServer server = new TestServer(log)) {
            LogServer client = new LogServer(server.address(), Optional.of(TestServer.TOKEN));
            Report report = new Mirror(client, new MirrorFolder(folder), Clock.systemUTC())
                    .follow(new Mirror.Run(Optional.of(log.policy().getBytes(UTF_8)), Optional.empty(), true, false));
            assertThat(report.findings()).isEmpty();
        }
        return folder;
    }
}
