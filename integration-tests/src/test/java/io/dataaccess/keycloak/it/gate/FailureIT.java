/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** When grants cannot be read, nobody gets a guarded token, everybody else works, and all is right again afterwards. */
@Isolated("takes a table away from all realms")
final class FailureIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @Test
    void refusesWhenGrantsCannotBeRead() throws SQLException {
        approvals.addEmployee("unlucky");
        approvals.give("unlucky", Client.SAMPLE_APP);

        execute("ALTER TABLE DATA_ACCESS_GRANT RENAME TO DATA_ACCESS_GRANT_AWAY");
        Answer refused;
        Answer unguarded;
        try {
            refused = realm.tokens().password(Client.SAMPLE_APP, "unlucky", "openid us-contact");
            unguarded = realm.tokens().password(Client.SAMPLE_APP, "unlucky", "openid");
        } finally {
            execute("ALTER TABLE DATA_ACCESS_GRANT_AWAY RENAME TO DATA_ACCESS_GRANT");
        }

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("temporarily_unavailable");
        assertThat(refused.reason()).isEqualTo("undecidable");
        assertThat(realm.events("LOGIN_ERROR"))
                .anySatisfy(
                        event -> assertThat(event.getDetails()).containsEntry("data_access_refusal", "undecidable"));
        assertThat(unguarded.status()).isEqualTo(200);
        assertThat(realm.tokens()
                        .password(Client.SAMPLE_APP, "unlucky", "openid us-contact")
                        .status())
                .isEqualTo(200);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
