/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of a realm that is deleted the records stay, all of them ended, and no token of it is good for anything. */
final class RealmRemovedIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @Test
    void leavesEndedRecordsWhenRemoved() throws SQLException {
        World.prepare(realm);
        World world = new World(realm, "removed", "PT8H");
        String token = world.login(world.applications.app()).accessToken();
        String id = realm.admin().toRepresentation().getId();
        List<Integer> before = rows(id);
        assertThat(before).doesNotContain(0);
        assertThat(open(id)).isPositive();
        assertThat(realm.tokens()
                        .introspect(Client.SAMPLE_API, token)
                        .body()
                        .path("active")
                        .asBoolean())
                .isTrue();

        realm.remove();

        assertThat(rows(id)).isEqualTo(before);
        assertThat(open(id)).isZero();
        assertThat(realm.tokens().introspect(Client.SAMPLE_API, token).status()).isEqualTo(404);
        assertThat(realm.tokens().userinfo(token).status()).isEqualTo(404);
    }

    /** Requests and grants. */
    private static List<Integer> rows(String realmId) throws SQLException {
        return List.of(
                count("DATA_ACCESS_REQUEST WHERE REALM_ID = ?", realmId),
                count("DATA_ACCESS_GRANT WHERE REALM_ID = ?", realmId));
    }

    private static int open(String realmId) throws SQLException {
        return count("DATA_ACCESS_REQUEST WHERE REALM_ID = ? AND STATUS = 'PENDING'", realmId)
                + count("DATA_ACCESS_GRANT WHERE REALM_ID = ? AND ENDED_AT IS NULL", realmId);
    }

    private static int count(String from, String realmId) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM " + from)) {
            statement.setString(1, realmId);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
