/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import liquibase.change.core.InsertDataChange;
import liquibase.exception.LiquibaseException;
import liquibase.precondition.core.PreconditionContainer.FailOption;
import liquibase.precondition.core.PreconditionContainer.OnSqlOutputOption;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL for Keycloak's databases that are not at hand here. */
final class ChangelogTest {

    private static final Pattern NAMED = Pattern.compile("(?:INDEX|CONSTRAINT|TABLE) ([A-Za-z_]+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mysql, JUSTIFICATION LONGTEXT NOT NULL, ' CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;'",
        "mariadb, JUSTIFICATION LONGTEXT NOT NULL, ' CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;'",
        "oracle, JUSTIFICATION NCLOB NOT NULL, PURPOSE NVARCHAR2(255) NOT NULL",
        "mssql, JUSTIFICATION nvarchar(MAX) NOT NULL, PURPOSE nvarchar(255) NOT NULL"
    })
    void holdsAnyUnicodeWhenMadeFor(String database, String text, String name) throws LiquibaseException {
        String sql = sqlFor(database);

        assertThat(sql).contains(text, name);
        assertThat(NAMED.matcher(sql).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(10)
                .allMatch(word -> word.length() <= 30);
    }

    /** What a start that is killed leaves behind is then whole statements, and each is found by its precondition. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mysql", "mariadb", "oracle", "mssql"})
    void holdsOneStatementAndItsPreconditionWhenMadeFor(String database) throws LiquibaseException {
        Changelog changelog = Changelog.offline(database, folder);

        assertThat(changelog.changeSets()).hasSizeGreaterThan(10).allSatisfy(changeSet -> {
            assertThat(changeSet.getPreconditions().getOnFail()).isEqualTo(FailOption.MARK_RAN);
            assertThat(changeSet.getPreconditions().getNestedPreconditions()).hasSize(1);
            if (!changeSet.getChanges().stream().allMatch(InsertDataChange.class::isInstance)) {
                assertThat(changeSet.getPreconditions().getOnSqlOutput()).isEqualTo(OnSqlOutputOption.TEST);
                assertThat(changeSet.getChanges()).hasSize(1);
                assertThat(SqlGeneratorFactory.getInstance()
                                .generateSql(changeSet.getChanges().get(0), changelog.database()))
                        .hasSize(1);
            }
        });
    }

    private String sqlFor(String database) throws LiquibaseException {
        StringWriter sql = new StringWriter();
        Changelog.offline(database, folder).write(sql);
        return sql.toString();
    }
}
