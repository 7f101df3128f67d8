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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Real databases with the schema of the real changelog, each started once, on first use. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource start() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:data-access;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1");
            return source;
        }

        @Override
        DataSource empty() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:;NON_KEYWORDS=VALUE");
            return source;
        }
    },
    POSTGRESQL {
        @SuppressWarnings("ImmutableEnumChecker")
        private @Nullable EmbeddedPostgres server;

        @Override
        DataSource start() throws IOException {
            return server().getPostgresDatabase();
        }

        @Override
        DataSource empty() throws IOException, SQLException {
            String name = "empty_" + UUID.randomUUID().toString().replace('-', '_');
            try (Connection connection = start().getConnection();
                    PreparedStatement statement = connection.prepareStatement("CREATE DATABASE " + name)) {
                statement.execute();
            }
            return server().getDatabase("postgres", name);
        }

        private synchronized EmbeddedPostgres server() throws IOException {
            if (server == null) {
                server = EmbeddedPostgres.start();
            }
            return server;
        }
    };

    private static final JpaEntityProvider PROVIDER = new DataAccessJpaEntityProvider();

    @SuppressWarnings("ImmutableEnumChecker")
    private @Nullable EntityManagerFactory factory;

    abstract DataSource start() throws IOException;

    /** A database of its own, without tables. */
    abstract DataSource empty() throws IOException, SQLException;

    synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = open();
        }
        return factory;
    }

    /** The outcome of this work in a transaction and entity manager of its own. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        return factory().callInTransaction(work);
    }

    public void runInTransaction(Consumer<EntityManager> work) {
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
            Changelog.on(connection).run();
        }
    }
}
