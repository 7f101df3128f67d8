/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import io.dataaccess.keycloak.server.KeycloakServer;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A node that somebody forgot to give our jars: the realm's database, keys and issuer. A static
 * {@code @RegisterExtension} after the realm's.
 */
final class ForgottenNode implements BeforeAllCallback, AfterAllCallback {

    private final Realm realm;

    @SuppressWarnings("NullAway.Init")
    private KeycloakServer server;

    ForgottenNode(Realm realm) {
        this.realm = realm;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException, SQLException {
        Path home = Path.of(System.getProperty("server.home")).normalize().resolve("forgotten");
        server = KeycloakServer.of(Path.of(System.getProperty("server.distribution")), home)
                .postgres(database(), "postgres", "postgres")
                .options("--hostname=" + realm.issuer().replaceFirst("/realms/.*$", ""))
                .start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            server.close();
        }
    }

    /** The realm's token endpoint at this node. */
    String tokenEndpoint() {
        return server.url() + "/realms/" + realm.name() + "/protocol/openid-connect/token";
    }

    private String database() throws SQLException {
        try (Connection connection = realm.database().getConnection()) {
            return connection.getMetaData().getURL();
        }
    }
}
