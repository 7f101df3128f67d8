/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The records of a realm as the database has them: {@code xmin} tells also of writing that changes no value. */
final class Rows {

    private static final String REALM = "(SELECT id FROM realm WHERE name = ?)";
    private static final List<String> ALL = List.of(
            "SELECT x.xmin || ' ' || x::text FROM data_access_request x WHERE x.realm_id = " + REALM,
            "SELECT x.xmin || ' ' || x::text FROM data_access_grant x WHERE x.realm_id = " + REALM,
            "SELECT x.xmin || ' ' || x::text FROM data_access_vote x JOIN data_access_request r ON r.id = x.request_id"
                    + " WHERE r.realm_id = " + REALM,
            "SELECT x.xmin || ' ' || x::text FROM outbox_entry x WHERE x.realm_id = " + REALM);

    private final Realm realm;

    Rows(Realm realm) {
        this.realm = realm;
    }

    List<String> all() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String query : ALL) {
            try (Connection connection = realm.database().getConnection();
                    PreparedStatement statement = connection.prepareStatement(query + " ORDER BY 1")) {
                statement.setString(1, realm.name());
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        all.add(found.getString(1));
                    }
                }
            }
        }
        return all;
    }

    /** Nobody decided in time. */
    void endRequest(String id) throws SQLException {
        execute("UPDATE data_access_request SET expires_at = created_at + 1 WHERE id = ?", id);
    }

    void endGrant(String id) throws SQLException {
        execute("UPDATE data_access_grant SET approved_until = approved_at + 1 WHERE id = ?", id);
    }

    private void execute(String sql, String id) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }
}
