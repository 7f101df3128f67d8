/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Real databases with the schema of the real changelog, each started once, on first use. */
enum TestDatabase {
    H2 {
        @Override
        DataSource start() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:data-access;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() throws IOException {
            return EmbeddedPostgres.start().getPostgresDatabase();
        }
    };

    private static final JpaEntityProvider PROVIDER = new DataAccessJpaEntityProvider();

    private @Nullable EntityManagerFactory factory;

    abstract DataSource start() throws IOException;

    synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = open();
        }
        return factory;
    }

    /** The outcome of this work in a transaction and entity manager of its own. */
    <T> T inTransaction(Function<EntityManager, T> work) {
        return factory().callInTransaction(work);
    }

    void runInTransaction(Consumer<EntityManager> work) {
        factory().runInTransaction(work);
    }

    /** The number of statements since the last call. */
    long statements() {
        Statistics statistics = factory().unwrap(SessionFactory.class).getStatistics();
        long count = statistics.getPrepareStatementCount();
        statistics.clear();
        return count;
    }

    private EntityManagerFactory open() {
        try {
            DataSource source = start();
            migrate(source);
            PersistenceConfiguration configuration = new PersistenceConfiguration(name())
                    .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                    .property("hibernate.connection.datasource", source);
            PROVIDER.getEntities().forEach(configuration::managedClass);
            EntityManagerFactory opened = configuration.createEntityManagerFactory();
            opened.unwrap(SessionFactory.class).getStatistics().setStatisticsEnabled(true);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate(DataSource source) throws SQLException, LiquibaseException {
        try (Connection connection = source.getConnection()) {
            Liquibase liquibase = new Liquibase(
                    PROVIDER.getChangelogLocation(),
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts());
        }
    }
}
