/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import io.dataaccess.keycloak.server.KeycloakServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/** A Keycloak on PostgreSQL, one of each edition in a test run; starts with the first realm and ends with the last test. */
final class TestServer implements AutoCloseable {

    private static final String MASTER = "master";

    private final EmbeddedPostgres postgres;
    private final Phone phone;
    private final KeycloakServer server;
    private final Keycloak admin;

    private TestServer(EmbeddedPostgres postgres, Phone phone, KeycloakServer server) {
        this.postgres = postgres;
        this.phone = phone;
        this.server = server;
        this.admin = login(server.url(), "admin", "admin");
        RealmRepresentation master = admin.realm(MASTER).toRepresentation();
        master.setPasswordPolicy(Quick.PASSWORDS);
        admin.realm(MASTER).update(master);
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

    /**
     * Makes a realm and an administrator of it alone, whose tests may run beside those of other realms. With the one of
     * all realms they would fail now and then: Keycloak loses track of a cached role that two threads read for the first
     * time (26.7.3, {@code CachedRole.getComposites}), and whenever a realm comes or goes that is so for theirs.
     */
    synchronized Keycloak add(String realm, String representation) {
        Answer answer = Http.postJson(
                Http.to(url() + "/admin/realms", admin.tokenManager().getAccessTokenString()), representation);
        if (answer.status() != 201) {
            throw new IllegalStateException("The realm was not created: " + answer.body());
        }
        RealmResource master = admin.realm(MASTER);
        Created.check(master.users().create(Quick.user(administratorOf(realm))));
        String client = master.clients().findByClientId(realm + "-realm").get(0).getId();
        master.users()
                .get(idOf(administratorOf(realm)))
                .roles()
                .clientLevel(client)
                .add(master.clients().get(client).roles().list());
        return login(url(), administratorOf(realm), Realm.PASSWORD);
    }

    /** For what the administrator of one realm may not do. */
    synchronized void asAdministratorOfAll(Consumer<Keycloak> work) {
        work.accept(admin);
    }

    synchronized void remove(String realm) {
        admin.realm(realm).remove();
        admin.realm(MASTER).users().get(idOf(administratorOf(realm))).remove();
    }

    private String idOf(String username) {
        return admin.realm(MASTER)
                .users()
                .searchByUsername(username, true)
                .get(0)
                .getId();
    }

    private static String administratorOf(String realm) {
        return "administrator-of-" + realm;
    }

    private static Keycloak login(String url, String username, String password) {
        return KeycloakBuilder.builder()
                .serverUrl(url)
                .realm(MASTER)
                .clientId("admin-cli")
                .username(username)
                .password(password)
                .build();
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
                    .path(edition.path())
                    .options(edition.options().toArray(String[]::new))
                    .options(phone.option(), "--spi-data-access--mail--interval=1s")
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
