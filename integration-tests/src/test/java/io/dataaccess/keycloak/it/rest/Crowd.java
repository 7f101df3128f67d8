/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Thousands of people of a realm, written into the database at once, and how often it is asked about people. */
final class Crowd {

    /** The database tells its counts a second after the work. */
    private static final String COUNTED_BY = "SELECT pg_sleep(1.5)";

    private static final String IDS =
            "SELECT md5(r.id || :name || n) AS user_id, :name || n AS username, r.id AS realm_id, r.default_role"
                    + " FROM realm r, generate_series(1, :count) n WHERE r.name = :realm";

    private final Realm realm;

    Crowd(Realm realm) {
        this.realm = realm;
    }

    /** So many enabled people with this country, members of the group. */
    void join(String groupId, String name, int count, String country) throws SQLException {
        String people = "WITH people AS ("
                + IDS.replace(":name", "'" + name + "'")
                        .replace(":count", String.valueOf(count))
                        .replace(":realm", "'" + realm.name() + "'")
                + ") ";
        for (String insert : List.of(
                "INSERT INTO user_entity (id, username, email, email_constraint, email_verified, enabled, first_name,"
                        + " last_name, realm_id, created_timestamp, not_before) SELECT user_id, username,"
                        + " username || '@clips.example', username || '@clips.example', true, true, username, 'Test',"
                        + " realm_id, 0, 0 FROM people",
                "INSERT INTO user_attribute (id, name, value, user_id) SELECT md5(user_id || 'country'), 'country', '"
                        + country + "', user_id FROM people",
                "INSERT INTO user_group_membership (group_id, user_id, membership_type) SELECT '" + groupId
                        + "', user_id, 'UNMANAGED' FROM people",
                "INSERT INTO user_role_mapping (role_id, user_id) SELECT default_role, user_id FROM people")) {
            run(people + insert);
        }
        run("ANALYZE");
    }

    /** How often users, their attributes, groups, roles and credentials were looked up so far, by all: no less than statements. */
    long lookups() throws SQLException {
        run(COUNTED_BY);
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT sum(coalesce(seq_scan, 0) + coalesce(idx_scan, 0)) FROM pg_stat_user_tables"
                                + " WHERE relname LIKE 'user_%' OR relname IN ('credential', 'federated_identity')");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
