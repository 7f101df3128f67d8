/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The tables are in a schema other than the default; and what the server clears away when it starts. */
@ResourceLock(Node.INSTALLATION)
final class SchemaIT {

    private static final String SCHEMA = "identity";
    private static final String GUARDED = "openid " + Workforce.CONTACT;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path data;

    @SuppressWarnings("NullAway.Init")
    private Postgres postgres;

    @BeforeEach
    void start() throws IOException, SQLException {
        postgres = new Postgres(data.resolve("postgres"));
        postgres.execute("CREATE SCHEMA " + SCHEMA);
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void filesApprovesAndClearsAwayWhenTheSchemaIsAnother() throws IOException, InterruptedException, SQLException {
        String old;
        String young;
        String approved;
        try (Node node = node("schema")) {
            Workforce.create(node, 3, Map.of());
            approved = Workforce.file(node, "employee0", Workforce.CONTACT);
            assertThat(node.approve(node.approver("avery"), approved).text("status"))
                    .isEqualTo("APPROVED");
            assertThat(node.password(Client.SAMPLE_APP, "employee0", GUARDED).scopes())
                    .contains(Workforce.CONTACT);
            old = fileAndTakeBack(node, "employee1");
            young = fileAndTakeBack(node, "employee2");
        }
        assertThat(tables("public")).isEmpty();
        assertThat(tables(SCHEMA)).hasSize(12);
        postgres.execute("INSERT INTO identity.realm_attribute (realm_id, name, value)"
                + " SELECT id, 'data-access.cancelledRetention', 'PT1H' FROM identity.realm WHERE name = 'workforce'");
        long hours = Duration.ofHours(2).toMillis();
        postgres.execute("UPDATE identity.data_access_request SET closed_at = closed_at - " + hours + " WHERE id IN ('"
                + old + "', '" + approved + "')");

        try (Node again = node("schema-again")) {
            awaitGone(old);

            assertThat(requests()).containsExactlyInAnyOrder(List.of(young), List.of(approved));
            Answer token = again.password(Client.SAMPLE_APP, "employee0", GUARDED);
            assertThat(token.scopes()).contains(Workforce.CONTACT);
        }
    }

    private Node node(String name) throws IOException, InterruptedException {
        return Node.start(name, postgres, "--db-schema=" + SCHEMA, "--spi-data-access--mail--interval=1s");
    }

    private static String fileAndTakeBack(Node node, String username) throws IOException {
        String request = Workforce.file(node, username, Workforce.CONTACT);
        String token = node.password(Client.SAMPLE_APP, username, Tokens.FILING).accessToken();
        assertThat(node.cancel(token, request)).isEqualTo(204);
        return request;
    }

    private void awaitGone(String request) {
        await("the cancelled request is removed")
                .atMost(PATIENCE)
                .until(() -> !requests().contains(List.of(request)));
    }

    private List<List<String>> requests() throws SQLException {
        return postgres.query("SELECT id FROM identity.data_access_request");
    }

    private List<List<String>> tables(String schema) throws SQLException {
        return postgres.query("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'data_access_%'"
                + " AND table_schema = '" + schema + "'");
    }
}
