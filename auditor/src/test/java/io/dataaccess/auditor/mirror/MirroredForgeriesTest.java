/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import static io.dataaccess.auditor.mirror.Following.NOW;
import static io.dataaccess.auditor.mirror.Following.SIZE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.testing.TestLog;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.TilePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to change the past of a log is found, and named with the index. */
class MirroredForgeriesTest {

    @TempDir
    private Path folder = Path.of("");

    private final Following mirror = new Following(() -> folder);
    private final TestLog log = mirror.log;

    @AfterEach
    void stop() {
        mirror.close();
    }

    @Nested
    class APastThatChanged {

        @Test
        void isFoundWhenAnEntryIsAnother() {
            mirror.follow();
            log.entries.set(300, log.entries.get(300).clone());
            log.entries.get(300)[5] ^= 1;
            log.addNoise(9);
            mirror.found(Code.REWRITTEN, 300);
        }

        @Test
        void isFoundWhenAnEntryIsGone() {
            mirror.follow();
            log.entries.remove(300);
            log.addNoise(9);
            mirror.found(Code.REMOVED, 300);
        }

        @Test
        void isFoundWhenAnEntryWasPutIn() {
            mirror.follow();
            log.entries.add(300, "{}".getBytes(UTF_8));
            log.addNoise(9);
            mirror.found(Code.INSERTED, 300);
        }

        @Test
        void isFoundWhenTwoEntriesChangedPlaces() {
            mirror.follow();
            Collections.swap(log.entries, 300, 301);
            log.addNoise(9);
            mirror.found(Code.REORDERED, 300);
        }

        @Test
        void isFoundWhenDistantEntriesChangedPlaces() {
            mirror.follow();
            Collections.swap(log.entries, 300, 600);
            log.addNoise(9);
            mirror.found(Code.REORDERED, 300);
        }

        @Test
        void isFoundWhenTheLogIsThatOfYesterday() {
            mirror.follow();
            log.entries.subList(650, SIZE).clear();
            mirror.found(Code.TRUNCATED, 650);
        }

        @Test
        void isFoundWhenTheLogForked() {
            mirror.follow();
            log.entries.set(699, "{}".getBytes(UTF_8));
            mirror.found(Code.FORKED, 699);
        }

        @Test
        void isFoundWhenAnotherLogIsServed() {
            mirror.follow();
            SignedNote other =
                    SignedNote.sign(new Checkpoint("another.example", 1, Hash.EMPTY_TREE).text(), log.signer);
            log.files.put("checkpoint", other.toString().getBytes(UTF_8));
            assertThat(mirror.follow().findings().get(0).code()).isEqualTo(Code.LOG_UNKNOWN);
        }

        /** The signed contradiction is kept beside what it contradicts, and the next run finds it again. */
        @Test
        void isKeptAsEvidence() throws Exception {
            mirror.follow();
            byte[] before = Files.readAllBytes(folder.resolve("checkpoint"));
            log.entries.remove(300);
            log.publish(NOW);
            mirror.follow();
            assertThat(folder.resolve("evidence").toFile().listFiles()).hasSize(1);
            assertThat(folder.resolve("checkpoint")).hasBinaryContent(before);
            mirror.found(Code.TRUNCATED, SIZE - 1);
        }
    }

    @Nested
    class Tables {

        @Test
        void areFoundWhenATileIsMissing() {
            log.files.remove("tile/0/001");
            Following.found(mirror.follow(), Code.TILE_MISSING, OptionalLong.of(256));
        }

        @Test
        void areFoundWhenANewTileIsNotTheSignedOne() {
            mirror.follow();
            log.addNoise(9).publish(NOW);
            log.tile(TilePath.hashes(0, 2, 197)).orElseThrow()[188 * 32] ^= 1;
            Following.found(mirror.follow(), Code.TILE_DIFFERS, OptionalLong.of(SIZE));
        }

        /** Old tiles are not asked for again, unless all is compared. */
        @Test
        void areFoundWhenAnOldTileWasChangedAndAllIsCompared() {
            mirror.follow();
            log.tile(TilePath.hashes(0, 1, 256)).orElseThrow()[32] ^= 1;
            assertThat(mirror.follow().holds()).isTrue();
            assertThat(mirror.all().findings()).hasSize(1).first().satisfies(found -> {
                assertThat(found.code()).isEqualTo(Code.REWRITTEN);
                assertThat(found.index()).isEqualTo(OptionalLong.of(257));
            });
        }

        @Test
        void areFoundWhenAnEntryIsNotTheLoggedOne() {
            log.tile(TilePath.entries(1, 256)).orElseThrow()[10] ^= 1;
            assertThat(mirror.follow().findings()).hasSize(1).first().satisfies(found -> {
                assertThat(found.code()).isEqualTo(Code.ENTRY_DIFFERS);
                assertThat(found.index()).isEqualTo(OptionalLong.of(256));
            });
            assertThat(folder.resolve("tile/entries/001")).doesNotExist();
        }

        @Test
        void areFoundWhenAnUpperTileWasChangedAndAllIsCompared() {
            mirror.follow();
            log.tile(TilePath.hashes(1, 0, 2)).orElseThrow()[0] ^= 1;
            assertThat(mirror.all().findings())
                    .hasSize(1)
                    .first()
                    .satisfies(found -> assertThat(found.code()).isEqualTo(Code.TILE_DIFFERS));
        }
    }
}
