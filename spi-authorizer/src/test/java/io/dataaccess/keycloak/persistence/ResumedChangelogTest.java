/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A start that is killed while it makes the tables; MySQL and Oracle keep each statement whatever becomes of the rest. */
@ParameterizedClass
@EnumSource
final class ResumedChangelogTest {

    private final Connection connection;
    private final Changelog changelog;

    ResumedChangelogTest(TestDatabase database) throws IOException, SQLException, LiquibaseException {
        this.connection = database.empty().getConnection();
        this.changelog = Changelog.on(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void goesOnWhenKilledAfterAnyStatement() throws LiquibaseException, SQLException {
        changelog.run();
        SortedSet<String> whole = Changelog.schema(connection);
        assertThat(whole).hasSizeGreaterThan(80);
        assertThat(locks()).isEqualTo(64);
        for (int done = 1; done <= changelog.changeSets().size(); done++) {
            changelog.dropAll();
            changelog.runKilledAfter(done);

            changelog.run();

            assertThat(Changelog.schema(connection)).as("killed after %s", done).isEqualTo(whole);
            assertThat(locks()).as("killed after %s", done).isEqualTo(64);
        }
    }

    @Test
    void goesOnWhenNothingIsNoted() throws LiquibaseException, SQLException {
        changelog.run();
        SortedSet<String> whole = Changelog.schema(connection);
        for (ChangeSet changeSet : changelog.changeSets()) {
            changelog.forget(changeSet.getId());
        }

        changelog.run();

        assertThat(Changelog.schema(connection)).isEqualTo(whole);
        assertThat(locks()).isEqualTo(64);
    }

    @Test
    void saysWhatToDoWhenTablesAreTooOld() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE DATA_ACCESS_REQUEST (ID VARCHAR(36))");
        }

        assertThatThrownBy(changelog::run).hasMessageContaining("older than version 0.1.0");
    }

    private int locks() throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM DATA_ACCESS_FILING_LOCK")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
