/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.audit.AuditorTool;
import io.dataaccess.keycloak.testing.audit.AuditorTool.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody changes the past of a log in the database, and may even have the server sign it again. The auditor's jar, which has
 * followed the log, names the first entry that differs.
 */
final class ForgedDatabaseIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);
    private static final int SIZE = 300;
    private static final String TRUE = "true_past";

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LogRows rows;

    private static int mirrors;

    /** Of the log as it truly is. */
    @SuppressWarnings("NullAway.Init")
    private static Path faithful;

    @BeforeAll
    static void begin() throws IOException, InterruptedException, SQLException {
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("ann")));
        rows = new LogRows(realm);
        rows.grow("noise", (int) (SIZE - rows.size()));
        rows.keep(TRUE);
        Files.writeString(
                folder.resolve("policy"),
                office.keys().stream().map(key -> "log " + key + "\n").collect(Collectors.joining()) + "quorum none\n");
        Files.writeString(
                folder.resolve("token"),
                realm.tokens().password(Client.ADMIN_CLI, "olga", "openid").accessToken());
        faithful = mirrored();
    }

    @AfterAll
    static void end() throws SQLException {
        rows.forget(TRUE);
    }

    @BeforeEach
    void bringBackTheTruth() throws SQLException {
        rows.bringBack(TRUE);
    }

    /** The server's own key is in the forger's hands: it signs what it finds in its database. */
    @Nested
    class APastThatIsSignedAgain {

        @Test
        void isFoundWhenAnEntryWasChanged() throws IOException, InterruptedException, SQLException {
            Path mirror = copyOf(faithful);
            rows.execute("UPDATE DATA_ACCESS_LOG_ENTRY SET ENTRY = '{}' WHERE REALM_ID = ? AND LOG_INDEX = 100");
            assertThat(signedAgain(mirror)).containsExactly("rewritten 100");
        }

        @Test
        void isFoundWhenAnEntryWasRemoved() throws IOException, InterruptedException, SQLException {
            Path mirror = copyOf(faithful);
            rows.execute("DELETE FROM DATA_ACCESS_LOG_ENTRY WHERE REALM_ID = ? AND LOG_INDEX = 100");
            assertThat(signedAgain(mirror)).containsExactly("removed 100");
        }

        @Test
        void isFoundWhenAnEntryWasPutIn() throws IOException, InterruptedException, SQLException {
            Path mirror = copyOf(faithful);
            insertBefore(100);
            assertThat(signedAgain(mirror)).containsExactly("inserted 100");
        }

        @Test
        void isFoundWhenTwoEntriesChangedPlaces() throws IOException, InterruptedException, SQLException {
            Path mirror = copyOf(faithful);
            swap(100, 200);
            assertThat(signedAgain(mirror)).containsExactly("reordered 100");
        }

        @Test
        void isFoundWhenTheDatabaseIsThatOfYesterday() throws IOException, InterruptedException, SQLException {
            rows.grow("today", 5);
            Path mirror = mirrored();
            rows.bringBack(TRUE);
            assertThat(follow(mirror).findings()).containsExactly("truncated " + SIZE);
            rows.grow("tomorrow", 9);
            assertThat(follow(mirror).findings()).containsExactly("rewritten " + SIZE);
        }

        @Test
        void isFoundWhenTwoCopiesOfTheDatabaseGoOn() throws IOException, InterruptedException, SQLException {
            rows.grow("here", 3);
            Path mirror = mirrored();
            rows.bringBack(TRUE);
            rows.grow("there", 3);
            assertThat(follow(mirror).findings()).containsExactly("forked " + SIZE);
        }

        private List<String> signedAgain(Path mirror) throws IOException, InterruptedException, SQLException {
            rows.sequenceAnew();
            rows.grow("more", 9);
            return follow(mirror).findings();
        }
    }

    @Nested
    class RowsThatNobodySigned {

        @Test
        void areFoundWhenAnEntryWasChanged() throws IOException, InterruptedException, SQLException {
            rows.execute("UPDATE DATA_ACCESS_LOG_ENTRY SET ENTRY = '{}' WHERE REALM_ID = ? AND LOG_INDEX = 290");
            assertThat(follow(emptyMirror()).findings()).containsExactly("entry_differs 290");
        }

        @Test
        void areFoundWhenAnEntryWasRemoved() throws IOException, InterruptedException, SQLException {
            rows.execute("DELETE FROM DATA_ACCESS_LOG_ENTRY WHERE REALM_ID = ? AND LOG_INDEX = 290");
            assertThat(follow(emptyMirror()).findings()).containsExactly("tile_missing 256");
        }

        @Test
        void areFoundWhenAnEntryWasPutIn() throws IOException, InterruptedException, SQLException {
            rows.execute("DELETE FROM DATA_ACCESS_LOG_ENTRY WHERE REALM_ID = ? AND LOG_INDEX = 299");
            insertBefore(297);
            assertThat(follow(emptyMirror()).findings())
                    .containsExactly("entry_differs 297", "entry_differs 298", "entry_differs 299");
        }

        @Test
        void areFoundWhenTwoEntriesChangedPlaces() throws IOException, InterruptedException, SQLException {
            swap(100, 290);
            assertThat(follow(emptyMirror()).findings()).containsExactly("entry_differs 100", "entry_differs 290");
        }

        @Test
        void areFoundWhenATileWasChanged() throws IOException, InterruptedException, SQLException {
            Path mirror = copyOf(faithful);
            rows.execute("UPDATE DATA_ACCESS_LOG_TILE SET HASHES = translate(encode(set_byte(decode(HASHES, 'base64'),"
                    + " 3200, get_byte(decode(HASHES, 'base64'), 3200) # 1), 'base64'), E'\\n', '')"
                    + " WHERE REALM_ID = ? AND TILE_LEVEL = 0 AND TILE_INDEX = 0");
            assertThat(follow(mirror, "--all").findings()).contains("rewritten 100");
            assertThat(follow(emptyMirror()).findings()).containsExactly("tile_differs 0");
        }

        @Test
        void areFoundWhenATileIsNoLongerOne() throws IOException, InterruptedException, SQLException {
            rows.execute("UPDATE DATA_ACCESS_LOG_TILE SET HASHES = '!' WHERE REALM_ID = ? AND TILE_LEVEL = 0");
            assertThat(follow(emptyMirror()).findings()).containsExactly("tile_missing 0");
        }
    }

    private static void insertBefore(int index) throws SQLException {
        rows.execute("UPDATE DATA_ACCESS_LOG_ENTRY SET ID = ID + 1000000, LOG_INDEX = LOG_INDEX + 1"
                + " WHERE REALM_ID = ? AND LOG_INDEX >= " + index);
        rows.execute(
                "INSERT INTO DATA_ACCESS_LOG_ENTRY (ID, REALM_ID, LOG_INDEX, WRITTEN_AT, RECORD_ID, ENTRY, OPENINGS)"
                        + " SELECT ID - 1, REALM_ID, " + index + ", 0, 'nothing', '{}', '{}'"
                        + " FROM DATA_ACCESS_LOG_ENTRY WHERE REALM_ID = ? AND LOG_INDEX = " + (index + 1));
    }

    private static void swap(int one, int other) throws SQLException {
        rows.execute("UPDATE DATA_ACCESS_LOG_ENTRY a SET ENTRY = b.ENTRY FROM DATA_ACCESS_LOG_ENTRY b"
                + " WHERE a.REALM_ID = ? AND b.REALM_ID = a.REALM_ID"
                + " AND ((a.LOG_INDEX = " + one + " AND b.LOG_INDEX = " + other + ")"
                + " OR (a.LOG_INDEX = " + other + " AND b.LOG_INDEX = " + one + "))");
    }

    private static Path emptyMirror() {
        return folder.resolve("mirror" + mirrors++);
    }

    /** A mirror that has seen the log as it is now. */
    private static Path mirrored() throws IOException, InterruptedException {
        Path mirror = emptyMirror();
        Run run = follow(mirror);
        assertThat(run.code()).as(run.output()).isZero();
        return mirror;
    }

    private static Path copyOf(Path mirror) throws IOException {
        Path copy = emptyMirror();
        try (Stream<Path> files = Files.walk(mirror)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(mirror.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static Run follow(Path mirror, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "mirror",
                realm.issuer() + "/data-access/log",
                mirror.toString(),
                "--policy",
                folder.resolve("policy").toString(),
                "--token",
                folder.resolve("token").toString(),
                "--json"));
        arguments.addAll(List.of(more));
        return new AuditorTool(folder).run(arguments);
    }
}
