/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import io.dataaccess.keycloak.server.KeycloakServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** The one Keycloak of a test run, on PostgreSQL; starts with the first realm and ends with the last test. */
final class TestServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final KeycloakServer server;
    private final Keycloak admin;

    private TestServer(EmbeddedPostgres postgres, KeycloakServer server) {
        this.postgres = postgres;
        this.server = server;
        this.admin = KeycloakBuilder.builder()
                .serverUrl(server.url())
                .realm("master")
                .clientId("admin-cli")
                .username("admin")
                .password("admin")
                .build();
    }

    static TestServer of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(TestServer.class, key -> start(), TestServer.class);
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

    @Override
    public void close() throws IOException {
        admin.close();
        server.close();
        postgres.close();
    }

    private static TestServer start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            KeycloakServer server = KeycloakServer.of(path("server.distribution"), path("server.home"))
                    .providers(Stream.of(System.getProperty("server.providers").split(File.pathSeparator))
                            .map(Path::of)
                            .toList())
                    .postgres(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                    .start();
            return new TestServer(postgres, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
