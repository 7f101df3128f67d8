/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.ComponentRepresentation;

/** Keycloak removes all who came from a directory at once, and tells nobody of it. */
@ResourceLock(Node.INSTALLATION)
final class RemovedUsersIT {

    @TempDir
    static Path data;

    /** Who is here is read when a server starts, and every hour. */
    @Test
    void endsAccessOfTheRemovedAndOfNobodyElseWhenImportedUsersAreRemoved()
            throws IOException, InterruptedException, SQLException {
        try (Postgres postgres = new Postgres(data.resolve("postgres"));
                Directory away = Directory.start();
                Directory emptied = Directory.start()) {
            try (Node node = Node.start("before", postgres)) {
                Workforce.create(node, 1, Map.of());
                String administrator = node.administrator();
                join(node, administrator, away, "1");
                add(node, administrator, "remote");
                String directory = join(node, administrator, emptied, "0");
                add(node, administrator, "imported");
                for (String person : List.of("employee0", "remote", "imported")) {
                    node.approve(node.approver("avery"), Workforce.file(node, person, Workforce.CONTACT));
                    Workforce.file(node, person, Workforce.PRIVATE);
                }
                assertThat(open(postgres)).hasSize(6);

                Answer removed = node.admin(
                        administrator, "/workforce/user-storage/" + directory + "/remove-imported-users", Map.of());
                assertThat(removed.status()).isEqualTo(204);
            }
            away.stop();

            try (Node node = Node.start("after", postgres, "--spi-data-access--mail--interval=1s")) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(open(postgres))
                                .containsExactlyInAnyOrder(
                                        "employee0 us-contact",
                                        "employee0 us-private",
                                        "remote us-contact",
                                        "remote us-private"));
                assertThat(node.password(Client.SAMPLE_APP, "employee0", "openid us-contact")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(postgres.query("SELECT subject_name, scope_name, end_reason FROM data_access_grant"
                            + " WHERE ended_at IS NOT NULL"))
                    .containsExactly(List.of("imported", "us-contact", "user deleted"));
            assertThat(postgres.query("SELECT subject_name, scope_name, status FROM data_access_request"
                            + " WHERE closed_at IS NOT NULL AND status <> 'APPROVED'"))
                    .containsExactly(List.of("imported", "us-private", "CANCELLED"));
            assertThat(postgres.count("SELECT count(*) FROM event_entity"
                            + " WHERE coalesce(details_json_long_value, details_json) LIKE '%user deleted%'"))
                    .isEqualTo(2);
        }
    }

    private static List<String> open(Postgres postgres) throws SQLException {
        return postgres
                .query(
                        "SELECT subject_name, scope_name FROM data_access_grant WHERE ended_at IS NULL"
                                + " UNION ALL SELECT subject_name, scope_name FROM data_access_request WHERE status = 'PENDING'")
                .stream()
                .map(row -> String.join(" ", row))
                .toList();
    }

    /** The directory's id in the realm; who is added from then on is kept in the one of the smallest priority. */
    private static String join(Node node, String administrator, Directory directory, String priority)
            throws IOException {
        ComponentRepresentation component = directory.component();
        component.setName("directory" + priority);
        component.getConfig().putSingle("priority", priority);
        Answer joined = node.admin(administrator, "/workforce/components", component);
        assertThat(joined.status()).as(joined.body().toString()).isEqualTo(201);
        return joined.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private static void add(Node node, String administrator, String username) throws IOException {
        Answer added = node.admin(administrator, "/workforce/users", Workforce.employee(username));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    }
}
