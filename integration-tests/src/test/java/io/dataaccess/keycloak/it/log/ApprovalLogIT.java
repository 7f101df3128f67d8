/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Json;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.tree.EntryBundle;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.MerkleProofs;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileTree;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log grows, in public formats; everybody reads hashes, auditors read entries, and changed rows stop it. */
final class ApprovalLogIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @Test
    void growsAndStaysConsistent() {
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("dan")));
        Checkpoint before = office.checkpoint();
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("eve")));
        Checkpoint after = office.checkpoint();

        TileTree tree = new TileTree(office.tiles(), after.size());

        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(tree.root()).isEqualTo(after.root());
        assertThat(MerkleProofs.verifyConsistency(
                        before.size(), before.root(), after.size(), after.root(), tree.consistencyProof(before.size())))
                .isTrue();
    }

    @Test
    void showsEntriesToAuditorsAlone() {
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("fay")));
        int size = (int) office.checkpoint().size();
        String path = TilePath.entries(0, size).toString();

        assertThat(office.read(path).statusCode()).isEqualTo(401);
        assertThat(office.read(path, token("avery")).statusCode()).isEqualTo(403);
        assertThat(office.read(path, token("pat")).statusCode()).isEqualTo(403);

        HttpResponse<byte[]> answer = office.read(path, token("olga"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).hasValue("private, max-age=31536000, immutable");
        List<byte[]> entries = EntryBundle.decode(answer.body(), size);
        TileTree tree = new TileTree(office.tiles(), size);
        for (int i = 0; i < size; i++) {
            assertThat(Hash.leaf(entries.get(i))).isEqualTo(tree.leaf(i));
        }
        assertThat(entries)
                .extracting(entry ->
                        Json.read(new String(entry, UTF_8)).path("kind").asText())
                .contains("request_filed");
    }

    @Test
    void hasNoTilesWhereTheTreeDoesNotReach() {
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("jon")));

        for (String path : List.of(
                "tile/0/001",
                "tile/1/000",
                "tile/63/x999/x999/x999/x999/x999/999",
                "tile/entries/x999/x999/x999/x999/x999/999",
                "tile/0/1",
                "tile/0/000.p/256")) {
            assertThat(office.read(path, token("olga")).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void isForAuditorsAloneWhereTheRealmSaysSo() {
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("gus")));
        try {
            realm.change(representation -> representation.getAttributes().put("data-access.log.public", "false"));

            assertThat(office.read("checkpoint").statusCode()).isEqualTo(401);
            assertThat(office.read("checkpoint", token("avery")).statusCode()).isEqualTo(403);
            assertThat(office.read("checkpoint", token("olga")).statusCode()).isEqualTo(200);
        } finally {
            realm.change(representation -> representation.getAttributes().put("data-access.log.public", ""));
        }
        assertThat(office.read("checkpoint").statusCode()).isEqualTo(200);
    }

    @Test
    void stopsWhereARowWasChanged() throws SQLException {
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("hal")));
        long size = office.checkpoint().size();
        String stored = entry(size - 1);
        try {
            change(size - 1, stored.replace("\"grant\"", "\"grand\""));
            office.grant(office.employee("ida"));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> problems().contains("log_stopped"));
            assertThat(office.checkpoint().size()).isEqualTo(size);
        } finally {
            change(size - 1, stored);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> office.checkpoint().size() > size);
        assertThat(problems()).doesNotContain("log_stopped");
    }

    private static List<String> problems() {
        return Json.each(realm.adminRestOf("olga").get("classification").body().path("problems"), "code");
    }

    private static String token(String username) {
        return realm.tokens().password(Client.ADMIN_CLI, username, "openid").accessToken();
    }

    private static String entry(long index) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select ENTRY from DATA_ACCESS_LOG_ENTRY where REALM_ID = ? and LOG_INDEX = ?")) {
            select.setString(1, realm.admin().toRepresentation().getId());
            select.setLong(2, index);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void change(long index, String entry) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update DATA_ACCESS_LOG_ENTRY set ENTRY = ? where REALM_ID = ? and LOG_INDEX = ?")) {
            update.setString(1, entry);
            update.setString(2, realm.admin().toRepresentation().getId());
            update.setLong(3, index);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
