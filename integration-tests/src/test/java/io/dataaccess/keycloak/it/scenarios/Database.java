/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.scenarios;

import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** For what no interface of the server lets anybody do: age a grant, keep what saving refuses, forget everything. */
final class Database {

    private final Realm realm;

    Database(Realm realm) {
        this.realm = realm;
    }

    /** As if the grant had been approved that much earlier. */
    void age(String grantId, Duration by) {
        update(
                "UPDATE DATA_ACCESS_GRANT SET APPROVED_AT = APPROVED_AT - ?, APPROVED_UNTIL = APPROVED_UNTIL - ? WHERE ID = ?",
                by.toMillis(),
                by.toMillis(),
                grantId);
    }

    /** Names a component as saving would refuse, and the import of a realm does not. */
    void name(String componentId, String name) {
        update("UPDATE COMPONENT SET NAME = ? WHERE ID = ?", name, componentId);
        realm.admin().clearRealmCache();
    }

    /** Sets a field of a component as saving would refuse, and the import of a realm does not. */
    void set(String componentId, String field, String value) {
        update("UPDATE COMPONENT_CONFIG SET VALUE = ? WHERE COMPONENT_ID = ? AND NAME = ?", value, componentId, field);
        realm.admin().clearRealmCache();
    }

    /** Gives a user's attribute a value that the user profile would drop. */
    void attribute(String userId, String attribute, String value) {
        update("UPDATE USER_ATTRIBUTE SET VALUE = ? WHERE USER_ID = ? AND NAME = ?", value, userId, attribute);
        realm.admin().clearUserCache();
    }

    void forgetRequestsAndGrants() {
        String realmId = realm.admin().toRepresentation().getId();
        change("DELETE FROM DATA_ACCESS_GRANT WHERE REALM_ID = ?", realmId);
        change(
                "DELETE FROM DATA_ACCESS_VOTE WHERE REQUEST_ID IN"
                        + " (SELECT ID FROM DATA_ACCESS_REQUEST WHERE REALM_ID = ?)",
                realmId);
        change("DELETE FROM DATA_ACCESS_REQUEST WHERE REALM_ID = ?", realmId);
    }

    private void update(String sql, Object... values) {
        int rows = change(sql, values);
        if (rows != 1) {
            throw new IllegalStateException(rows + " rows instead of one: " + sql);
        }
    }

    private int change(String sql, Object... values) {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
