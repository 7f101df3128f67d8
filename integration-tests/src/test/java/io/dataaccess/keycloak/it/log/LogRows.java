/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The rows of a realm's log, in the hands of somebody who can write the database. */
final class LogRows {

    private static final List<String> TABLES =
            List.of("DATA_ACCESS_LOG", "DATA_ACCESS_LOG_ENTRY", "DATA_ACCESS_LOG_TILE");

    private final Realm realm;
    private final String realmId;

    LogRows(Realm realm) {
        this.realm = realm;
        this.realmId = realm.admin().toRepresentation().getId();
    }

    /** Copies all that there is of the log, under a name. */
    void keep(String copy) throws SQLException {
        for (String table : TABLES) {
            execute("CREATE TABLE " + table + "_" + copy + " AS SELECT * FROM " + table + " WHERE REALM_ID = ?");
        }
    }

    void forget(String copy) throws SQLException {
        for (String table : TABLES) {
            execute("DROP TABLE " + table + "_" + copy);
        }
    }

    /** Puts a copy in the place of what there is. */
    void bringBack(String copy) throws SQLException {
        try (Connection connection = realm.database().getConnection()) {
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                execute(connection, "DELETE FROM " + table + " WHERE REALM_ID = ?");
                execute(connection, "INSERT INTO " + table + " SELECT * FROM " + table + "_" + copy);
            }
            connection.commit();
        }
    }

    /** Writes so many entries that nobody's change wrote, and returns once they are in the tree. */
    void grow(String content, int number) throws SQLException {
        long size = size();
        execute("INSERT INTO DATA_ACCESS_LOG_ENTRY (REALM_ID, LOG_INDEX, WRITTEN_AT, RECORD_ID, ENTRY, OPENINGS)"
                + " SELECT ?, -1, 0, 'nothing', '{\"" + content + "\":' || n || '}', '{}'"
                + " FROM generate_series(1, " + number + ") AS n ORDER BY n");
        awaitSize(size + number);
    }

    /** Lets the server take everything in again and sign it, as if nothing had been signed before. */
    void sequenceAnew() throws SQLException {
        try (Connection connection = realm.database().getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "UPDATE DATA_ACCESS_LOG SET TREE_SIZE = 0, CHECKPOINT_NOTE = NULL, STOPPED = NULL"
                            + " WHERE REALM_ID = ?");
            execute(connection, "DELETE FROM DATA_ACCESS_LOG_TILE WHERE REALM_ID = ?");
            execute(connection, "UPDATE DATA_ACCESS_LOG_ENTRY SET LOG_INDEX = -1 WHERE REALM_ID = ?");
            connection.commit();
        }
        awaitSize(count("SELECT count(*) FROM DATA_ACCESS_LOG_ENTRY WHERE REALM_ID = ?"));
    }

    void awaitSize(long size) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> size() == size);
    }

    long size() throws SQLException {
        return count("SELECT TREE_SIZE FROM DATA_ACCESS_LOG WHERE REALM_ID = ?");
    }

    private long count(String query) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, realmId);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** A statement about the rows of this realm, whose id is the parameter where there is one. */
    void execute(String statement) throws SQLException {
        try (Connection connection = realm.database().getConnection()) {
            execute(connection, statement);
        }
    }

    private void execute(Connection connection, String text) throws SQLException {
        String statement = text.replace("?", "'" + realmId + "'");
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }
}
