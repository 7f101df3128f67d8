/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Keycloak's outbox in the database, as far as it is one realm's. */
final class Outbox {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String OURS =
            " entry_kind = 'data-access-mail' AND realm_id = (SELECT id FROM realm WHERE name = ?)";
    private static final String WAITS = " AND status = 'PENDING'";
    private static final String IS_DUE =
            WAITS + " AND entry_type NOT IN ('ENDS_SOON', 'EXPIRED') AND coalesce(metadata, '') <> 'held'";

    private final Realm realm;

    Outbox(Realm realm) {
        this.realm = realm;
    }

    /** Returns once nothing is left to send but what waits for its time. */
    void awaitSent() throws SQLException {
        await("0", "SELECT count(*) FROM outbox_entry WHERE" + OURS + IS_DUE);
    }

    /** Returns once every warning that access ends was sent or dropped: all of them have to be due. */
    void awaitWarned() throws SQLException {
        await("0", "SELECT count(*) FROM outbox_entry WHERE" + OURS + WAITS + " AND entry_type <> 'EXPIRED'");
    }

    /** What waits expires now; returns once everybody was told. */
    void letRequestsExpire() throws SQLException {
        execute("UPDATE data_access_request SET expires_at = created_at WHERE status = 'PENDING' AND"
                + " realm_id = (SELECT id FROM realm WHERE name = ?)");
        execute("UPDATE outbox_entry SET next_attempt_at = created_at WHERE" + OURS + WAITS
                + " AND entry_type = 'EXPIRED'");
        await("0", "SELECT count(*) FROM outbox_entry WHERE" + OURS + WAITS + " AND entry_type = 'EXPIRED'");
    }

    /** Returns once so many mails were tried in vain. */
    void awaitFailed(int mails) throws SQLException {
        await(
                "t",
                "SELECT count(*) >= " + mails + " FROM outbox_entry WHERE" + OURS + WAITS
                        + " AND last_error IS NOT NULL AND owner_id <> realm_id");
    }

    /** Returns once so many mails wait for their recipient's hour to be over. */
    void awaitHeld(int mails) throws SQLException {
        await(
                String.valueOf(mails),
                "SELECT count(*) FROM outbox_entry WHERE" + OURS + WAITS + " AND metadata = 'held'");
    }

    int count(String condition) throws SQLException {
        return Integer.parseInt(query("SELECT count(*) FROM outbox_entry WHERE" + OURS + " AND " + condition));
    }

    /** Returns once all that is due was sent, without waiting as long as after failures; rounds that began before go on postponing. */
    void awaitSentAtOnce() throws SQLException {
        String left = "SELECT count(*) FROM outbox_entry WHERE" + OURS + IS_DUE;
        Awaitility.await(left).atMost(PATIENCE).until(() -> {
            // What the server holds at the moment is left to the next time: else the two could wait for each other.
            execute(
                    "UPDATE outbox_entry SET next_attempt_at = created_at WHERE id IN (SELECT id FROM outbox_entry WHERE"
                            + OURS + IS_DUE + " FOR UPDATE SKIP LOCKED)");
            return query(left).equals("0");
        });
    }

    /** Every access ends soon. */
    void makeWarningsDue() throws SQLException {
        execute("UPDATE outbox_entry SET next_attempt_at = created_at WHERE" + OURS + WAITS
                + " AND entry_type = 'ENDS_SOON'");
    }

    /** What waits was posted by a job of a server that does not know its own address. */
    void forgetAddresses() throws SQLException {
        execute("UPDATE outbox_entry SET payload = (payload::jsonb - 'console' - 'frontend')::text WHERE" + OURS
                + WAITS);
    }

    /** Everything that was sent was sent more than an hour ago. */
    void letAnHourPass() throws SQLException {
        execute("UPDATE outbox_entry SET delivered_at = delivered_at - interval '61 minutes' WHERE" + OURS
                + " AND delivered_at IS NOT NULL");
        execute("UPDATE outbox_entry SET next_attempt_at = next_attempt_at - interval '61 minutes' WHERE" + OURS + WAITS
                + " AND metadata = 'held'");
    }

    /** Requests of the realm were filed and reminded of so much earlier. */
    void letRequestsAge(Duration age) throws SQLException {
        execute("UPDATE data_access_request SET created_at = created_at - " + age.toMillis()
                + ", reminded_at = reminded_at - " + age.toMillis()
                + " WHERE realm_id = (SELECT id FROM realm WHERE name = ?)");
    }

    /** A mail that was tried in vain may be tried once more; returns when it was, and may be tried as often as before. */
    void tryForTheLastTime() throws SQLException {
        execute("UPDATE outbox_entry SET attempts = 75, last_error = NULL, next_attempt_at = created_at WHERE id ="
                + " (SELECT id FROM outbox_entry WHERE" + OURS + IS_DUE + " AND last_error IS NOT NULL LIMIT 1)");
        await(
                "1",
                "SELECT count(*) FROM outbox_entry WHERE" + OURS + WAITS
                        + " AND attempts = 75 AND last_error IS NOT NULL");
    }

    /** For statements that are about no realm. */
    void run(String sql) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private void await(String wanted, String query) {
        Awaitility.await(query)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(query(query)).isEqualTo(wanted));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, realm.name());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, realm.name());
            statement.executeUpdate();
        }
    }
}
