/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import io.dataaccess.keycloak.server.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of a test's own, which can be stopped and started again on its data. */
final class Postgres implements AutoCloseable {

    private final Path data;
    private final int port = Ports.free();
    private EmbeddedPostgres server;

    Postgres(Path data) throws IOException {
        this.data = data;
        this.server = run();
    }

    /** Sessions of this name are one node's. */
    String jdbcUrl(String applicationName) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?ApplicationName=" + applicationName;
    }

    /** Ends all sessions, and returns once nobody listens any more. */
    void stop() throws IOException {
        server.close();
    }

    void start() throws IOException {
        server = run();
    }

    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** The rows, as texts. */
    List<List<String>> query(String sql) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    int count(String sql) throws SQLException {
        return Integer.parseInt(query(sql).get(0).get(0));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres run() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                // What was answered has to be there: as in production, not as in other tests.
                .setServerConfig("synchronous_commit", "on")
                .start();
    }
}
