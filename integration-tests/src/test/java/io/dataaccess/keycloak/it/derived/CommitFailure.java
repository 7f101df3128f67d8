/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** While it is open, whatever files or approves in this realm fails as late as can be: PostgreSQL refuses the commit. */
final class CommitFailure implements AutoCloseable {

    private static final String CHECKS = "CREATE CONSTRAINT TRIGGER fails_at_commit AFTER INSERT ON %s"
            + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fails_at_commit()";

    private final Realm realm;

    private CommitFailure(Realm realm) {
        this.realm = realm;
    }

    static CommitFailure of(Realm realm) throws SQLException {
        CommitFailure failure = new CommitFailure(realm);
        failure.execute("CREATE FUNCTION fails_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
                + " IF NEW.realm_id = (SELECT id FROM realm WHERE name = '" + realm.name() + "') THEN"
                + " RAISE EXCEPTION 'fails at commit' USING ERRCODE = 'unique_violation'; END IF; RETURN NULL; END$$");
        failure.execute(String.format(CHECKS, "data_access_request"));
        failure.execute(String.format(CHECKS, "data_access_grant"));
        return failure;
    }

    @Override
    public void close() throws SQLException {
        execute("DROP FUNCTION fails_at_commit() CASCADE");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
