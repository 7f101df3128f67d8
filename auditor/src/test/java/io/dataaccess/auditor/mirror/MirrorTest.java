/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import static io.dataaccess.auditor.mirror.Following.NOW;
import static io.dataaccess.auditor.mirror.Following.SIZE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.auditor.testing.TestLog;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that only grows is followed, and one that says nothing is found. */
class MirrorTest {

    @TempDir
    private Path folder = Path.of("");

    private final Following mirror = new Following(() -> folder);
    private final TestLog log = mirror.log;

    @AfterEach
    void stop() {
        mirror.close();
    }

    @Nested
    class ALogThatGrows {

        @Test
        void isFollowedStepByStep() {
            assertThat(mirror.follow().holds()).isTrue();
            for (int more : new int[] {0, 1, 67, 256, 300}) {
                log.addNoise(more).publish(NOW);
                Report report = mirror.follow();
                assertThat(report.findings()).isEmpty();
                assertThat(report.facts()).containsEntry("size", (long) log.entries.size());
            }
        }

        @Test
        void isReadFromItsEdgeOnly() {
            mirror.follow();
            mirror.asked();
            log.addNoise(1).publish(NOW);
            mirror.follow();
            assertThat(mirror.asked())
                    .containsExactlyInAnyOrder("checkpoint", "tile/0/002.p/189", "tile/entries/002.p/189");
        }

        @Test
        void isKeptAsItIsServed() throws Exception {
            mirror.follow();
            log.addNoise(10).publish(NOW);
            mirror.follow();
            log.files.forEach(
                    (path, bytes) -> assertThat(folder.resolve(path)).as(path).hasBinaryContent(bytes));
            assertThat(folder.resolve("tile/0/002.p/188")).doesNotExist();
            assertThat(folder.resolve("incoming")).doesNotExist();
        }

        @Test
        void isFollowedWithoutItsEntriesWhenNobodyMayReadThem() {
            Mirror.Run run = new Mirror.Run(Optional.of(log.policy().getBytes(UTF_8)), Optional.empty(), false, false);
            Report report = mirror.follow(NOW, Optional.empty(), run);
            assertThat(report.holds()).isTrue();
            assertThat(folder.resolve("tile/entries")).doesNotExist();
            assertThat(mirror.follow().facts()).containsEntry("entriesRead", (long) SIZE);
        }

        @Test
        void isStillFollowedWhenARunWasKilled() throws Exception {
            mirror.follow();
            log.addNoise(5).publish(NOW);
            Files.createDirectories(folder.resolve("incoming/tile/0/002.p"));
            Files.write(folder.resolve("incoming/tile/0/002.p/190"), new byte[17]);
            Files.write(folder.resolve("checkpoint.new"), new byte[17]);
            assertThat(mirror.follow().holds()).isTrue();
        }
    }

    @Nested
    class ASilentLog {

        @Test
        void isFoundWhenNoWitnessSawItForTooLong() {
            assertThat(mirror.followAt(NOW.plusSeconds(3600), Duration.ofHours(1))
                            .holds())
                    .isTrue();
            assertThat(mirror.followAt(NOW.plusSeconds(3601), Duration.ofHours(1))
                            .findings()
                            .get(0)
                            .code())
                    .isEqualTo(Code.SILENT);
        }

        @Test
        void isFoundWhenItDoesNotAnswerForTooLong() {
            mirror.follow();
            log.files.remove("checkpoint");
            assertThat(mirror.followAt(NOW.plusSeconds(3601), Duration.ofHours(1))
                            .findings()
                            .get(0)
                            .code())
                    .isEqualTo(Code.SILENT);
            assertThatThrownBy(() -> mirror.followAt(NOW.plusSeconds(3600), Duration.ofHours(1)))
                    .isInstanceOf(UndecidedException.class);
        }
    }

    @Nested
    class NothingIsSaid {

        @Test
        void whenThereIsNoPolicy() {
            assertThatThrownBy(() -> mirror.follow(
                            NOW, Optional.empty(), new Mirror.Run(Optional.empty(), Optional.empty(), false, false)))
                    .isInstanceOf(UndecidedException.class)
                    .hasMessageContaining("--policy");
        }

        @Test
        void whenTheTokenIsRefused() {
            assertThatThrownBy(() -> mirror.follow(NOW, Optional.of("stale"), mirror.run(Optional.empty(), false)))
                    .isInstanceOf(UndecidedException.class)
                    .hasMessageContaining("401");
        }

        @Test
        void whenTheMirrorItselfWasChanged() throws Exception {
            mirror.follow();
            byte[] tile = Files.readAllBytes(folder.resolve("tile/1/000.p/2"));
            tile[0] ^= 1;
            Files.write(folder.resolve("tile/1/000.p/2"), tile);
            log.addNoise(1).publish(NOW);
            assertThatThrownBy(() -> mirror.follow()).isInstanceOf(UndecidedException.class);
        }

        @Test
        void whenATokenWouldGoUnprotected() {
            assertThatThrownBy(() -> new LogServer(URI.create("http://id.example.com/log"), Optional.of("x")))
                    .isInstanceOf(UndecidedException.class);
        }
    }
}
