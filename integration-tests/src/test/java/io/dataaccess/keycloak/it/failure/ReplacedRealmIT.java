/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An import over a realm that is there deletes it first. */
@ResourceLock(Node.INSTALLATION)
final class ReplacedRealmIT {

    private static final String GUARDED = "openid " + Workforce.CONTACT;

    @TempDir
    static Path data;

    @Test
    void goesOnWithItsRecordsAndNoAccessWhenItComesBackWithItsIds()
            throws IOException, InterruptedException, SQLException {
        ObjectNode realm = withIds(Workforce.representation());
        Path file = Files.writeString(data.resolve("workforce-realm.json"), realm.toString());
        try (Postgres postgres = new Postgres(data.resolve("postgres"))) {
            String decided;
            String waiting;
            LogFollower outsider = new LogFollower(data);
            try (Node node = Node.start("before", postgres)) {
                Workforce.create(node, realm);
                decided = Workforce.file(node, "lin", Workforce.CONTACT);
                waiting = Workforce.file(node, "maria", Workforce.CONTACT);
                node.approve(node.approver("avery"), decided);
                assertThat(node.password(Client.SAMPLE_APP, "lin", GUARDED).status())
                        .isEqualTo(200);
                awaitAllTakenIn(postgres);
                outsider.trust(node);
                outsider.assertGoesOn(node);
            }
            postgres.execute("UPDATE realm SET events_enabled = true WHERE name = 'master'");

            String said = Node.replaceRealm(postgres, file);

            assertThat(said).contains("Realm workforce (id " + realm.path("id").asText() + ") was deleted");
            assertThat(postgres.count("SELECT count(*) FROM event_entity JOIN realm ON realm.id = realm_id"
                            + " WHERE realm.name = 'master'"
                            + " AND coalesce(details_json_long_value, details_json) LIKE '%realm_deleted%'"))
                    .isEqualTo(1);
            assertThat(lastKinds(postgres)).containsSubsequence("realm_imported", "realm_removed");
            try (Node node = Node.start("after", postgres)) {
                awaitAllTakenIn(postgres);
                // The key came with the realm and went with it: auditors hear of the new one from a person.
                assertThat(outsider.follow(node).findings()).containsExactly("log_unknown");
                outsider.trust(node);
                outsider.assertGoesOn(node);
                String auditor = node.approver("olga");
                JsonNode approved = node.request(auditor, decided).body();
                assertThat(approved.path("status").asText()).isEqualTo("APPROVED");
                assertThat(approved.at("/votes/0/approver/username").asText()).isEqualTo("avery");
                assertThat(approved.at("/grant/endReason").asText()).isIn("client deleted", "scope deleted");
                assertThat(node.request(auditor, waiting).body().path("status").asText())
                        .isEqualTo("CANCELLED");
                Answer refused = node.password(Client.SAMPLE_APP, "lin", GUARDED);
                assertThat(refused.reason()).isEqualTo("approval_required");
                node.approve(node.approver("avery"), Workforce.file(node, "lin", Workforce.CONTACT));
                assertThat(node.password(Client.SAMPLE_APP, "lin", GUARDED).status())
                        .isEqualTo(200);
            }
        }
    }

    private static void awaitAllTakenIn(Postgres postgres) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> postgres.count("SELECT count(*) FROM data_access_log_entry WHERE log_index < 0") == 0);
    }

    /** What the entries of the log are about, newest first. */
    private static List<String> lastKinds(Postgres postgres) throws SQLException {
        return postgres.query("SELECT entry::json ->> 'kind' FROM data_access_log_entry ORDER BY id DESC").stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** As in an exported file: the grants of before are for this very person, application and scope. */
    private static ObjectNode withIds(ObjectNode realm) {
        realm.put("id", UUID.randomUUID().toString());
        Map.of("users", "username", "clients", "clientId", "clientScopes", "name")
                .forEach((list, name) -> realm.withArray(list).forEach(each -> {
                    if (each.hasNonNull(name)) {
                        ((ObjectNode) each).put("id", UUID.randomUUID().toString());
                    }
                }));
        return realm;
    }
}
