/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** The database does not give a lock: the caller may try again, and nothing has changed. */
@Isolated("changes how long all of PostgreSQL waits for locks")
final class LockConflictIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    @BeforeAll
    static void logIn() {
        workforce.openAccountConsole();
        workforce.desk("avery");
        workforce.account("lin");
    }

    @AfterEach
    void waitAsBefore() throws SQLException {
        configure("alter system reset all");
    }

    @Test
    void answersConflictWhenLockIsNotGivenInTime() throws SQLException {
        String grant = workforce.grant("lin");
        String request = workforce.file("lin", "us-contact");
        configure("alter system set lock_timeout = '200ms'");
        try (Connection holder = realm.database().getConnection()) {
            holder.setAutoCommit(false);
            lock(holder, "DATA_ACCESS_REQUEST", request);
            lock(holder, "DATA_ACCESS_GRANT", grant);

            assertRefused(workforce.approve("avery", request), 409, "conflict");
            assertRefused(workforce.account("lin").delete("requests/" + request), 409, "conflict");
            assertRefused(workforce.revoke("avery", grant), 409, "conflict");
            assertRefused(workforce.account("lin").delete("grants/" + grant), 409, "conflict");
            holder.rollback();
        }

        assertThat(workforce.request(request).path("votes")).isEmpty();
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
        assertThat(workforce.revoke("avery", grant).status()).isEqualTo(204);
    }

    @Test
    void answersConflictWhenFilingMustWaitTooLong() throws SQLException {
        configure("alter system set lock_timeout = '200ms'");
        try (Connection holder = realm.database().getConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "lock table DATA_ACCESS_FILING_LOCK in exclusive mode");

            assertRefused(workforce.account("lin").post("requests", Workforce.asking("eu-contact")), 409, "conflict");
            holder.rollback();
        }

        assertThat(workforce
                        .account("lin")
                        .post("requests", Workforce.asking("eu-contact"))
                        .status())
                .isEqualTo(201);
    }

    /** Restored from a backup that left its rows out, say. */
    @Test
    void filesWhenTheTableOfLocksWasEmptied() throws SQLException {
        String person = workforce.newcomer();
        configure("delete from DATA_ACCESS_FILING_LOCK");

        assertThat(workforce
                        .account(person)
                        .post("requests", Workforce.asking("us-contact"))
                        .status())
                .isEqualTo(201);
        assertThat(workforce
                        .account(person)
                        .post("requests", Workforce.asking("eu-contact"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void answersUnavailableWhenConnectionBreaksWhileFiling() throws SQLException {
        String person = workforce.newcomer();
        workforce.account(person);
        try (Connection holder = realm.database().getConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "lock table DATA_ACCESS_FILING_LOCK in exclusive mode");
            CompletableFuture<Answer> filing = CompletableFuture.supplyAsync(
                    () -> workforce.account(person).post("requests", Workforce.asking("eu-contact")));
            awaitAnyoneWaiting();
            configure("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'");

            assertRefused(filing.join(), 503, "unavailable");
            holder.rollback();
        }

        assertThat(workforce
                        .account(person)
                        .post("requests", Workforce.asking("eu-contact"))
                        .status())
                .isEqualTo(201);
    }

    /** Revoking ends an extension as well; somebody has that and wants what the caller has. */
    @Test
    void answersConflictWhenDeadlocked() throws SQLException {
        // Whoever ends an access takes its grants in the order of their ids.
        List<String> grants = Stream.of(workforce.grant("lin"), workforce.grant("lin"))
                .sorted()
                .toList();
        String first = grants.get(0);
        String extension = grants.get(1);
        configure("alter system set deadlock_timeout = '2s'");
        try (Connection holder = realm.database().getConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "set deadlock_timeout = '50s'");
            lock(holder, "DATA_ACCESS_GRANT", extension);
            CompletableFuture<Answer> revocation =
                    CompletableFuture.supplyAsync(() -> workforce.revoke("avery", first));
            awaitAnyoneWaiting();
            lock(holder, "DATA_ACCESS_GRANT", first);

            assertRefused(revocation.join(), 409, "conflict");
            holder.rollback();
        }

        assertThat(workforce.isAllowed("lin", "us-contact")).isTrue();
        assertThat(workforce.revoke("avery", first).status()).isEqualTo(204);
        assertThat(workforce.isAllowed("lin", "us-contact")).isFalse();
    }

    private static void lock(Connection holder, String table, String id) throws SQLException {
        try (PreparedStatement statement =
                holder.prepareStatement("select 1 from " + table + " where ID = ? for update")) {
            statement.setString(1, id);
            try (ResultSet found = statement.executeQuery()) {
                assertThat(found.next()).isTrue();
            }
        }
    }

    private static void awaitAnyoneWaiting() {
        await("somebody waits for a lock").atMost(PATIENCE).until(LockConflictIT::isAnyoneWaiting);
    }

    private static boolean isAnyoneWaiting() throws SQLException {
        try (Connection connection = realm.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_stat_activity where wait_event_type = 'Lock'")) {
            return found.next();
        }
    }

    /** For connections that are open already as well. */
    private static void configure(String sql) throws SQLException {
        try (Connection connection = realm.database().getConnection()) {
            execute(connection, sql);
            execute(connection, "select pg_reload_conf()");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
