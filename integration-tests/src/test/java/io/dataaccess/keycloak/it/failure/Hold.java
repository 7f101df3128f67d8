/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Where PostgreSQL stops every vote as long as a test wants, so that a kill hits that moment for certain. */
enum Hold {
    /** The grant is written, the vote not. */
    BEFORE_THE_VOTE_IS_WRITTEN(4711),
    /** All is written, the commit under way. */
    AT_COMMIT(4712);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Of the lock in the database. */
    private final int key;

    Hold(int key) {
        this.key = key;
    }

    /** Prepares the database for all of these. */
    static void install(Postgres postgres) throws SQLException {
        postgres.execute("CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::int); RETURN NEW; END'");
        postgres.execute("CREATE TRIGGER hold_vote BEFORE INSERT ON data_access_vote"
                + " FOR EACH ROW EXECUTE FUNCTION hold(" + BEFORE_THE_VOTE_IS_WRITTEN.key + ")");
        postgres.execute("CREATE CONSTRAINT TRIGGER hold_commit AFTER INSERT ON data_access_vote"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold(" + AT_COMMIT.key + ")");
    }

    /** Holds votes until the connection is closed. */
    Connection on(Postgres postgres) throws SQLException {
        Connection holder = postgres.connect();
        try (Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + key + ")");
        }
        return holder;
    }

    /** Returns once so many sessions of this node wait, here or for one that waits here. */
    static void awaitHeld(Postgres postgres, Node node, int sessions) {
        String waiting = "wait_event_type = 'Lock' AND application_name = '" + node.name() + "'";
        await().atMost(PATIENCE).until(() -> sessions(postgres, waiting) >= sessions);
    }

    /** Returns once the database has done with all that this node began. */
    static void awaitGone(Postgres postgres, Node node) {
        await().atMost(PATIENCE).until(() -> sessions(postgres, "application_name = '" + node.name() + "'") == 0);
    }

    private static int sessions(Postgres postgres, String condition) throws SQLException {
        return postgres.count("SELECT count(*) FROM pg_stat_activity WHERE " + condition);
    }
}
