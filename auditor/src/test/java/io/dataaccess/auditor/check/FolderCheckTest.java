/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Finding;
import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.auditor.mirror.MirrorFolder;
import io.dataaccess.auditor.testing.Story;
import io.dataaccess.auditor.testing.TestLog;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.tree.TilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String GRANT = "{\"id\":\"grant-1\",\"requestId\":\"request-1\",\"subject\":{\"id\":\"lin\"},"
            + "\"purpose\":\"legal-request\",\"categories\":[{\"key\":\"us.user.content.private\",\"sensitivity\":\"RESTRICTED\",\"jurisdiction\":\"US\"},"
            + "{\"key\":\"us.user.location.precise\",\"sensitivity\":\"RESTRICTED\",\"jurisdiction\":\"US\"}],"
            + "\"approvedAt\":\"2026-11-28T10:30:00.000Z\",\"approvedUntil\":\"2026-11-28T11:30:00.000Z\",\"endedAt\":null}";

    @TempDir
    private Path folder = Path.of("");

    private final Story story = new Story();
    private final TestLog log = new TestLog();

    @Test
    void holdsWhenEveryGrantHasItsVotes() throws IOException {
        Report report = check(log.addNoise(500).add(story.entries()), Optional.empty());
        assertThat(report.findings()).isEmpty();
        assertThat(report.facts()).containsEntry("entries", 506L).containsEntry("grants", 1);
    }

    @Test
    void findsAGrantWithoutVotesAmongThousands() throws IOException {
        log.addNoise(500).add(story.without(story.blake)).addNoise(500);
        assertThat(check(log, Optional.empty()).findings())
                .extracting(Finding::code, Finding::index)
                .containsExactly(tuple(Code.VOTES_MISSING, OptionalLong.of(504)));
    }

    @Test
    void countsWhatIsNotUnderstood() throws IOException {
        log.add(List.of(
                Story.entry("log_started", "00:00:00.000", "realm-1"),
                Story.entry("witness_changed", "00:00:01.000", "p")));
        Report report = check(log, Optional.empty());
        assertThat(report.holds()).isTrue();
        assertThat(report.facts().get("notUnderstood")).hasToString("{log_started=1, witness_changed=1}");
    }

    @Test
    void findsEntriesThatAreNotCanonicalOrLackWhatAllHave() throws IOException {
        log.addNoise(3);
        log.entries.add("{ }".getBytes(UTF_8));
        log.entries.add("{}".getBytes(UTF_8));
        assertThat(check(log, Optional.empty()).findings())
                .extracting(Finding::code, Finding::index)
                .containsExactly(
                        tuple(Code.ENTRY_NOT_CANONICAL, OptionalLong.of(3)),
                        tuple(Code.ENTRY_MALFORMED, OptionalLong.of(4)));
    }

    @Nested
    class AFolderThatWasChanged {

        @Test
        void isFoundByItsEntries() throws IOException {
            store(log.add(story.entries()).publish(NOW));
            Path bundle = folder.resolve("tile/entries/000.p/6");
            byte[] bytes = Files.readAllBytes(bundle);
            bytes[bytes.length - 10] ^= 1;
            Files.write(bundle, bytes);
            assertThat(check(Optional.empty()).findings())
                    .extracting(Finding::code, Finding::index)
                    .contains(
                            tuple(Code.ENTRY_DIFFERS, OptionalLong.of(5)), tuple(Code.REWRITTEN, OptionalLong.empty()));
        }

        @Test
        void isFoundByItsCheckpoint() throws IOException {
            TestLog other = new TestLog().add(story.entries()).publish(NOW);
            log.publish(NOW);
            store(other);
            assertThat(check(Optional.empty()).findings())
                    .extracting(Finding::code)
                    .containsExactly(Code.LOG_UNKNOWN);
        }

        @Test
        void saysNothingWhenEntriesWereNotMirrored() throws IOException {
            log.add(story.entries()).publish(NOW);
            log.files.remove(TilePath.entries(0, 6).toString());
            store(log);
            assertThatThrownBy(() -> check(Optional.empty()))
                    .isInstanceOf(UndecidedException.class)
                    .hasMessageContaining("--token");
        }

        @Test
        void saysNothingWhenItIsEmpty() {
            assertThatThrownBy(() -> check(Optional.empty())).isInstanceOf(UndecidedException.class);
        }
    }

    @Nested
    class AnExport {

        @Test
        void holdsWhenItSaysWhatTheLogSays() throws IOException {
            Report report = check(log.add(story.entries()), export("grants.json", "[" + GRANT + "]"));
            assertThat(report.findings()).isEmpty();
            assertThat(report.facts()).containsEntry("exported", 1).containsEntry("notExported", 0L);
        }

        @Test
        void isFoundWhenItHasAGrantWithoutEntriesOnAnyPage() throws IOException {
            String smuggled = GRANT.replace("grant-1", "grant-2");
            Report report =
                    check(log.add(story.entries()), export("grants.json", "[" + GRANT + "]\n[" + smuggled + "]\n"));
            assertThat(report.findings()).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo(Code.EXPORTED_WITHOUT_ENTRY);
                assertThat(found.message()).contains("grant-2");
            });
        }

        @Test
        void isFoundWhenItSaysOtherwise() throws IOException {
            log.add(story.entries());
            differs(GRANT.replace("11:30", "12:30"));
            differs(GRANT.replace("10:30:00", "10:29:59"));
            differs(GRANT.replace("request-1", "request-2"));
            differs(GRANT.replace("legal-request", "safety-review"));
            differs(GRANT.replace("us.user.location.precise", "us.user.contact"));
            differs(GRANT.replaceFirst("RESTRICTED", "PUBLIC"));
            differs(GRANT.replace("null", "\"2026-11-28T10:40:00Z\""));
            differs(GRANT.replace("2026-11-28T11:30:00.000Z", "soon"));
        }

        /** A row that is active again in the database, although the log says that it was revoked. */
        @Test
        void isFoundWhenARevokedGrantIsAliveAgain() throws IOException {
            log.add(story.entries()).add(List.of(story.revoked()));
            differs(GRANT);
        }

        @Test
        void mayBeATable() throws IOException {
            log.add(story.entries());
            String table = """
                    id,requestId,"approvedAt",approvedUntil
                    grant-1,request-1,2026-11-28T10:30:00Z,"2026-11-28T11:30:00Z"
                    """.replace("\n", "\r\n");
            assertThat(check(log, export("grants.csv", table)).findings()).isEmpty();
            assertThat(check(log, export("grants.csv", "id,purpose,categories\ngrant-1,legal-request,any\n"))
                            .findings())
                    .isEmpty();
            Report report = check(log, export("grants.csv", table + "\"gr,a\"\"nt\",r,,\n"));
            assertThat(report.findings())
                    .singleElement()
                    .satisfies(found -> assertThat(found.message()).contains("gr,a\"nt"));
        }

        @Test
        void saysNothingWhenItCannotBeRead() {
            for (String json : List.of("{", "{}", "[{}]", "[1]")) {
                assertThatThrownBy(() -> export("grants.json", json)).isInstanceOf(UndecidedException.class);
            }
            for (String table : List.of("", "name\nx\n", "id,a\nx\n", "id\n\"x\n", "id\n\"x\"y\n")) {
                assertThatThrownBy(() -> export("grants.csv", table)).isInstanceOf(UndecidedException.class);
            }
        }

        /** As {@code kcadm.sh --format csv} writes it. */
        @Test
        void saysInWordsWhatIsMissingWhenATableHasNoNames() {
            assertThatThrownBy(() -> export("grants.csv", "grant-1,request-1\ngrant-2,request-2\n"))
                    .hasMessage("The export cannot be read: A row of the export has no id;"
                            + " the first line of a table names its columns");
        }

        private void differs(String grant) throws IOException {
            assertThat(check(log, export("grants.json", "[" + grant + "]")).findings())
                    .as(grant)
                    .singleElement()
                    .satisfies(found -> assertThat(found.code()).isEqualTo(Code.EXPORT_DIFFERS));
        }
    }

    private Optional<Export> export(String name, String content) throws IOException {
        return Optional.of(Export.read(Files.writeString(folder.resolve(name), content)));
    }

    private Report check(TestLog published, Optional<Export> export) throws IOException {
        store(published.publish(NOW));
        return check(export);
    }

    private Report check(Optional<Export> export) {
        return new FolderCheck(new MirrorFolder(folder)).check(Optional.of(WitnessPolicy.parse(log.policy())), export);
    }

    private void store(TestLog published) throws IOException {
        for (var file : published.files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElseThrow());
            Files.write(path, file.getValue());
        }
    }
}
