/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        // Keys of before do not tell who asks.
        assertThat(sql).contains("SET BUNDLE_KEY = BUNDLE;");
        assertThat(NAMED.matcher(sql).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(10)
                .allMatch(word -> word.length() <= 30);
    }

    private String sqlFor(String database) throws LiquibaseException {
        ResourceAccessor resources = new ClassLoaderResourceAccessor();
        String url = "offline:" + database + "?outputLiquibaseSql=none&changeLogFile="
                + folder.resolve("run.csv").toUri().getPath();
        StringWriter sql = new StringWriter();
        new Liquibase(
                        new DataAccessJpaEntityProvider().getChangelogLocation(),
                        resources,
                        DatabaseFactory.getInstance().openDatabase(url, null, null, null, resources))
                .update(new Contexts(), sql);
        return sql.toString();
    }
}
