/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database keeps of an offline session: a node's memory may know more than the next node. */
public final class OfflineNotes {

    private OfflineNotes() {}

    /** Whether the offline session with this id has the note. */
    public static boolean have(Realm realm, String sessionId, String note) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT data FROM offline_user_session WHERE user_session_id = ? AND offline_flag = '1'")) {
            query.setString(1, sessionId);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("No offline session " + sessionId);
                }
                return Json.read(row.getString(1)).path("notes").has(note);
            }
        }
    }
}
