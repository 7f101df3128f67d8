/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Json;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.transparency.entry.CanonicalJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What is stored of a realm's approved configuration, by those who can write into the database. */
final class ApprovedRows {

    private static final String NEWEST = " where REALM_ID = ? and VERSION = (select max(VERSION) from"
            + " DATA_ACCESS_CONFIGURATION where REALM_ID = ?)";

    private final Realm realm;
    private final String realmId;

    ApprovedRows(Realm realm) {
        this.realm = realm;
        this.realmId = realm.admin().toRepresentation().getId();
    }

    int version() {
        return Integer.parseInt(read("max(VERSION)", " where REALM_ID = ?", realmId));
    }

    long count() {
        return Long.parseLong(read("count(*)", " where REALM_ID = ?", realmId));
    }

    String content() {
        return read("CONTENT", NEWEST, realmId, realmId);
    }

    /** Approved as the server writes it: row and entry of the log; the realm is touched, for the caches. */
    void approve(Consumer<ObjectNode> change) {
        ObjectNode content = (ObjectNode) Json.read(content());
        change.accept(content);
        content.set("scopes", sorted(content.path("scopes")));
        int version = version() + 1;
        String text = new String(CanonicalJson.of(content.toString()), UTF_8);
        write(
                "insert into DATA_ACCESS_CONFIGURATION (REALM_ID, VERSION, CONTENT, CONTENT_HASH, REQUIRED, APPROVED_AT)"
                        + " values (?, ?, ?, ?, true, 0)",
                realmId,
                version,
                text,
                sha256(text));
        write(
                "insert into DATA_ACCESS_LOG_ENTRY (REALM_ID, LOG_INDEX, WRITTEN_AT, RECORD_ID, ENTRY, OPENINGS)"
                        + " values (?, -1, 0, 'configuration', ?, '{}')",
                realmId,
                new String(CanonicalJson.of(entry(version, sha256(text))), UTF_8));
        touch(version);
    }

    /** As the server keeps them: in another order it is another text. */
    private static ArrayNode sorted(JsonNode scopes) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(scopes.spliterator(), false)
                .sorted(Comparator.comparing(scope -> scope.path("name").asText()))
                .forEach(sorted::add);
        return sorted;
    }

    private String entry(int version, String hash) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "configuration_approved")
                .put("id", "configuration")
                .put("realm", realmId)
                .put("time", "2026-11-28T12:00:00.000Z")
                .put("version", version)
                .put("hash", hash)
                .put("required", true)
                .toString();
    }

    /** The attribute says which version it is, and nobody believes it; what counts is that the realm is read again. */
    void touch(int version) {
        realm.change(
                changed -> changed.getAttributes().put("data-access.configurationVersion", Integer.toString(version)));
    }

    void change(String assignment) {
        write("update DATA_ACCESS_CONFIGURATION set " + assignment + NEWEST, realmId, realmId);
    }

    void moveTo(String otherRealmId) {
        write("update DATA_ACCESS_CONFIGURATION set REALM_ID = ? where REALM_ID = ?", otherRealmId, realmId);
    }

    void moveBackFrom(String otherRealmId) {
        write("update DATA_ACCESS_CONFIGURATION set REALM_ID = ? where REALM_ID = ?", realmId, otherRealmId);
    }

    private void write(String sql, Object... values) {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String read(String what, String where, Object... values) {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select " + what + " from DATA_ACCESS_CONFIGURATION" + where)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void field(ObjectNode content, String policy, String field, String value) {
        ((ObjectNode) named(content.path("policies"), policy).path("config"))
                .putArray(field)
                .add(value);
    }

    static ArrayNode scopes(ObjectNode content) {
        return (ArrayNode) content.path("scopes");
    }

    static ObjectNode scope(ObjectNode content, String name) {
        return (ObjectNode) named(content.path("scopes"), name);
    }

    static JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
