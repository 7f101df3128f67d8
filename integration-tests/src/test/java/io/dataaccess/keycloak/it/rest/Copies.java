/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Many requests at little cost: copies of one that was filed, each of another person, three in a bundle. */
final class Copies {

    private static final String COPY =
            "INSERT INTO DATA_ACCESS_REQUEST (ID, REALM_ID, VERSION, PENDING_KEY, SUBJECT_ID,"
                    + " SUBJECT_NAME, CLIENT_ID, CLIENT_NAME, SCOPE_ID, SCOPE_NAME, REQUESTER_ID, REQUESTER_NAME, PURPOSE,"
                    + " JUSTIFICATION, TICKET, DURATION_SECONDS, URGENT, BUNDLE, BUNDLE_KEY, CASE_KEY, FROZEN, SENSITIVITY, STATUS,"
                    + " CREATED_AT, EXPIRES_AT)"
                    + " SELECT gen_random_uuid()::text, REALM_ID, VERSION, gen_random_uuid()::text, 'copy-' || n,"
                    + " 'person-' || n, CLIENT_ID, CLIENT_NAME, SCOPE_ID, SCOPE_NAME, 'copy-' || n, 'person-' || n, PURPOSE,"
                    + " JUSTIFICATION, 'CASE-' || n, DURATION_SECONDS, n % 10 = 0, BUNDLE, md5(SCOPE_NAME || n / 3),"
                    + " CASE_KEY, FROZEN, SENSITIVITY, STATUS, CREATED_AT - n, EXPIRES_AT - (n * 7919 % 3600) * 1000"
                    + " FROM DATA_ACCESS_REQUEST, generate_series(1, ?) n WHERE ID = ?";

    private Copies() {}

    static void make(Realm realm, String requestId, int count) {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(COPY)) {
            statement.setInt(1, count);
            statement.setString(2, requestId);
            if (statement.executeUpdate() != count) {
                throw new IllegalStateException("Not all copies were made");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
