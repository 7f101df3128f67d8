/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import io.dataaccess.keycloak.server.KeycloakServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** A Keycloak on PostgreSQL, one of each edition in a test run; starts with the first realm and ends with the last test. */
final class TestServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Phone phone;
    private final KeycloakServer server;
    private final Keycloak admin;

    private TestServer(EmbeddedPostgres postgres, Phone phone, KeycloakServer server) {
        this.postgres = postgres;
        this.phone = phone;
        this.server = server;
        this.admin = KeycloakBuilder.builder()
                .serverUrl(server.url())
                .realm("master")
                .clientId("admin-cli")
                .username("admin")
                .password("admin")
                .build();
    }

    static TestServer of(ExtensionContext context, Edition edition) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(edition, TestServer::start, TestServer.class);
    }

    static Path path(String property) {
        return Path.of(System.getProperty(property)).normalize();
    }

    String url() {
        return server.url();
    }

    DataSource database() {
        return postgres.getPostgresDatabase();
    }

    Keycloak admin() {
        return admin;
    }

    Phone phone() {
        return phone;
    }

    @Override
    public void close() throws IOException {
        admin.close();
        server.close();
        phone.close();
        postgres.close();
    }

    private static TestServer start(Edition edition) {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            Phone phone = Phone.start();
            KeycloakServer server = KeycloakServer.of(path("server.distribution"), edition.home())
                    .providers(edition.providers())
                    .options(edition.options().toArray(String[]::new))
                    .options(phone.option())
                    .postgres(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                    .start();
            return new TestServer(postgres, phone, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
