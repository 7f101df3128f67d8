/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Both nodes of a cluster take entries into the tree of one log. The one that does it just then is killed, with entries waiting
 * behind it: once before its checkpoint is written, once while all of it is being committed.
 */
@ResourceLock(Node.INSTALLATION)
final class KilledSequencerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BEFORE_THE_CHECKPOINT = 4713;
    private static final int AT_COMMIT = 4714;

    @TempDir
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private static Postgres postgres;

    private static final List<Node> nodes = new ArrayList<>();
    private int employee;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        postgres = new Postgres(data.resolve("postgres"));
        nodes.add(Node.join("node-0", postgres));
        Workforce.create(nodes.get(0), 12, Map.of());
        nodes.add(Node.join("node-1", postgres));
        postgres.execute("CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::int); RETURN NEW; END'");
        postgres.execute("CREATE TRIGGER hold_checkpoint BEFORE UPDATE ON data_access_log"
                + " FOR EACH ROW EXECUTE FUNCTION hold(" + BEFORE_THE_CHECKPOINT + ")");
        postgres.execute("CREATE CONSTRAINT TRIGGER hold_tree AFTER UPDATE ON data_access_log"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold(" + AT_COMMIT + ")");
    }

    @AfterAll
    static void stop() throws IOException {
        nodes.forEach(Node::close);
        postgres.close();
    }

    @Test
    void losesAndDoublesNoEntryWhenKilled() throws IOException, InterruptedException, SQLException {
        LogFollower auditor = new LogFollower(Files.createDirectories(data.resolve("auditor")));
        approveOnBoth(4);
        awaitAllTakenIn();
        auditor.trust(nodes.get(0));
        auditor.assertGoesOn(nodes.get(0));
        assertEachStandsOnce();

        CompletableFuture<Node> third = Node.beside("node-2", postgres);
        killTheOneThatIsHeldAt(BEFORE_THE_CHECKPOINT);
        nodes.add(third.join());
        auditor.assertGoesOn(nodes.get(0));
        assertEachStandsOnce();

        killTheOneThatIsHeldAt(AT_COMMIT);
        auditor.assertGoesOn(nodes.get(0));
        assertEachStandsOnce();
    }

    /** And waits until what it left is taken in by another. */
    @SuppressWarnings("try")
    private void killTheOneThatIsHeldAt(int key) throws IOException, SQLException {
        Node killed;
        try (Connection holder = postgres.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + key + ")");
            approveOnBoth(1);
            String held = await().atMost(PATIENCE).until(KilledSequencerIT::held, name -> !name.isEmpty());
            approveOnBoth(2);
            killed = nodes.stream()
                    .filter(node -> node.name().equals(held))
                    .findFirst()
                    .orElseThrow();
            killed.kill();
            nodes.remove(killed);
        }
        Hold.awaitGone(postgres, killed);
        approveOnBoth(1);
        awaitAllTakenIn();
    }

    /** The node whose transaction waits for the test, or nothing. */
    private static String held() throws SQLException {
        return postgres.query("SELECT application_name FROM pg_stat_activity WHERE wait_event = 'advisory'").stream()
                .map(row -> row.get(0))
                .findFirst()
                .orElse("");
    }

    private void approveOnBoth(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            Workforce.approved(nodes.get(i % nodes.size()), "employee" + employee++);
        }
    }

    private static void awaitAllTakenIn() {
        await().atMost(PATIENCE)
                .until(() -> postgres.count("SELECT count(*) FROM data_access_log_entry WHERE log_index < 0") == 0);
    }

    /** Places without a gap, and as many entries as there is to tell. */
    private static void assertEachStandsOnce() throws SQLException {
        List<String> places = postgres.query(
                        "SELECT count(*), count(DISTINCT log_index), max(log_index) + 1, count(DISTINCT entry),"
                                + " (SELECT tree_size FROM data_access_log) FROM data_access_log_entry")
                .get(0);
        assertThat(places).containsOnly(places.get(0));
        assertThat(logged("request_filed")).isEqualTo(postgres.count("SELECT count(*) FROM data_access_request"));
        assertThat(logged("vote")).isEqualTo(postgres.count("SELECT count(*) FROM data_access_vote"));
        assertThat(logged("grant")).isEqualTo(postgres.count("SELECT count(*) FROM data_access_grant"));
    }

    private static int logged(String kind) throws SQLException {
        return postgres.count(
                "SELECT count(*) FROM data_access_log_entry WHERE entry LIKE '%\"kind\":\"" + kind + "\"%'");
    }
}
