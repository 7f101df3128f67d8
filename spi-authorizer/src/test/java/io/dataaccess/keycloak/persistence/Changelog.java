/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;

/** The real changelog on one database. */
final class Changelog {

    private static final ResourceAccessor RESOURCES = new ClassLoaderResourceAccessor();

    private final Liquibase liquibase;

    private Changelog(Database database) throws LiquibaseException {
        this.liquibase = new Liquibase(new DataAccessJpaEntityProvider().getChangelogLocation(), RESOURCES, database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    }

    static Changelog on(Connection connection) throws LiquibaseException {
        return new Changelog(
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
    }

    /** On a database that is not there, by its name in Liquibase, for the statements it would get; notes go into the folder. */
    static Changelog offline(String database, Path folder) throws LiquibaseException {
        String url = "offline:" + database + "?outputLiquibaseSql=none&changeLogFile="
                + folder.resolve("run.csv").toUri().getPath();
        return new Changelog(DatabaseFactory.getInstance().openDatabase(url, null, null, null, RESOURCES));
    }

    Database database() {
        return liquibase.getDatabase();
    }

    List<ChangeSet> changeSets() throws LiquibaseException {
        return liquibase.getDatabaseChangeLog().getChangeSets();
    }

    void run() throws LiquibaseException {
        liquibase.update(new Contexts());
    }

    /** The statements, as for an empty database. */
    @SuppressWarnings("deprecation") // the other one writes nothing (Liquibase 4.33.0)
    void write(Writer sql) throws LiquibaseException {
        liquibase.update(new Contexts(), sql);
    }

    /** As far as a start that is killed once the statements of this many change sets are through, but the last not noted. */
    void runKilledAfter(int changeSets) throws LiquibaseException, SQLException {
        liquibase.update(changeSets, new Contexts(), new LabelExpression());
        forget(changeSets().get(changeSets - 1).getId());
    }

    void forget(String changeSet) throws LiquibaseException, SQLException {
        Connection connection = ((JdbcConnection) database().getConnection()).getUnderlyingConnection();
        try (var statement = connection.prepareStatement("DELETE FROM DATABASECHANGELOG WHERE ID = ?")) {
            statement.setString(1, changeSet);
            statement.execute();
        }
        connection.commit();
    }

    void dropAll() throws LiquibaseException {
        liquibase.dropAll();
    }

    /** Columns, keys and indexes of our tables, each a line. */
    static SortedSet<String> schema(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        SortedSet<String> lines = new TreeSet<>();
        for (String table : List.of("REQUEST", "VOTE", "GRANT", "FILING_LOCK", "CONTEXT")) {
            String name = data.storesLowerCaseIdentifiers()
                    ? ("DATA_ACCESS_" + table).toLowerCase(Locale.ROOT)
                    : "DATA_ACCESS_" + table;
            add(
                    lines,
                    data.getColumns(null, null, name, null),
                    "TABLE_NAME",
                    "ORDINAL_POSITION",
                    "COLUMN_NAME",
                    "TYPE_NAME",
                    "COLUMN_SIZE",
                    "IS_NULLABLE");
            add(lines, data.getPrimaryKeys(null, null, name), "PK_NAME", "KEY_SEQ", "COLUMN_NAME");
            add(lines, data.getImportedKeys(null, null, name), "FK_NAME", "FKCOLUMN_NAME", "PKTABLE_NAME");
            add(
                    lines,
                    data.getIndexInfo(null, null, name, false, false),
                    "INDEX_NAME",
                    "NON_UNIQUE",
                    "ORDINAL_POSITION",
                    "COLUMN_NAME");
        }
        return lines;
    }

    private static void add(Set<String> lines, ResultSet rows, String... columns) throws SQLException {
        try (rows) {
            while (rows.next()) {
                List<String> line = new ArrayList<>();
                for (String column : columns) {
                    line.add(rows.getString(column));
                }
                // H2 numbers the indexes of its keys as they come.
                lines.add(String.join(" ", line).replaceAll("_INDEX_\\w+", ""));
            }
        }
    }
}
