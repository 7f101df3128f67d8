/* SPDX-License-Identifier: Apache-2.0 */

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Years of requests, votes and access grants in PostgreSQL, copied from the first approved request and its grant:
 * of each hundred requests seventy were approved, fifteen denied, ten cancelled and five expired, by people of many
 * approval contexts. All are over.
 */
final class History {

    private static final String REQUESTS = "INSERT INTO data_access_request (id, realm_id, version, pending_key,"
            + " subject_id, subject_name, client_id, client_name, scope_id, scope_name, requester_id, requester_name,"
            + " purpose, justification, ticket, duration_seconds, urgent, bundle, bundle_key, case_key, frozen,"
            + " sensitivity, status, created_at, expires_at, closed_at, searched)"
            + " SELECT 'old-' || n, realm_id, version, 'old-' || n, 'old-' || n % ?, 'old-person-' || n % ?, client_id,"
            + " client_name, scope_id, scope_name, 'old-' || n % ?, 'old-person-' || n % ?, purpose, justification,"
            + " 'OLD-' || n, duration_seconds, false, bundle, md5('old' || n), md5(case_key || n % ?), frozen,"
            + " sensitivity, CASE WHEN n % 100 < 70 THEN 'APPROVED' WHEN n % 100 < 85 THEN 'DENIED'"
            + " WHEN n % 100 < 95 THEN 'CANCELLED' ELSE 'EXPIRED' END, created_at - n * 60000::bigint,"
            + " expires_at - n * 60000::bigint - 86400000, closed_at - n * 60000::bigint, searched"
            + " FROM (SELECT * FROM data_access_request WHERE status = 'APPROVED' AND id NOT LIKE 'old-%'"
            + " ORDER BY created_at LIMIT 1) template, generate_series(1, ?) n";

    private static final String VOTES = "INSERT INTO data_access_vote (request_id, seq, approver_id, approver_name,"
            + " choice, vote_comment, voted_at, login_at, attributes, group_id, group_path)"
            + " SELECT r.id, 0, v.approver_id, v.approver_name, CASE r.status WHEN 'DENIED' THEN 'DENY' ELSE 'APPROVE' END,"
            + " v.vote_comment, r.closed_at, r.closed_at - 60000, v.attributes, v.group_id, v.group_path"
            + " FROM data_access_request r, (SELECT * FROM data_access_vote WHERE request_id NOT LIKE 'old-%'"
            + " AND choice = 'APPROVE' LIMIT 1) v WHERE r.id LIKE 'old-%' AND r.status IN ('APPROVED', 'DENIED')";

    private static final String GRANTS = "INSERT INTO data_access_grant (id, realm_id, version, subject_id, subject_name,"
            + " client_id, client_name, scope_id, scope_name, request_id, purpose, categories, approved_at,"
            + " approved_until, case_key, searched)"
            + " SELECT 'grant-' || r.id, r.realm_id, 0, r.subject_id, r.subject_name, r.client_id, r.client_name,"
            + " r.scope_id, r.scope_name, r.id, r.purpose, g.categories, r.closed_at, r.closed_at + 1800000, r.case_key,"
            + " g.searched FROM data_access_request r, (SELECT * FROM data_access_grant WHERE id NOT LIKE 'grant-%'"
            + " LIMIT 1) g WHERE r.id LIKE 'old-%' AND r.status = 'APPROVED'";

    /** The approval contexts that the rules are asked about: all as those of the first, under the keys of the copies. */
    private static final String CONTEXTS = "INSERT INTO data_access_context (id, realm_id, kind, case_key, client_id,"
            + " purpose, context) SELECT md5(kind || c.case_key), realm_id, kind, c.case_key, client_id, purpose, context"
            + " FROM (SELECT DISTINCT case_key FROM data_access_request WHERE id LIKE 'old-%') c,"
            + " (SELECT DISTINCT ON (kind) * FROM data_access_context WHERE (kind, case_key) IN"
            + " (SELECT 'REQUEST', case_key FROM data_access_request WHERE status = 'APPROVED' AND id NOT LIKE 'old-%'"
            + " UNION SELECT 'GRANT', case_key FROM data_access_grant WHERE id NOT LIKE 'grant-%')) template";

    /** What one subject collects who asks every day. */
    private static final String OF_ONE = "UPDATE data_access_grant SET subject_id = t.subject_id, subject_name ="
            + " t.subject_name FROM data_access_grant t WHERE t.subject_name = ? AND t.id NOT LIKE 'grant-%' AND"
            + " data_access_grant.id IN (SELECT id FROM data_access_grant WHERE id LIKE 'grant-%' LIMIT ?)";

    private History() {}

    static void add(DataSource database, int requests, int people, int contexts) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(REQUESTS);
                Statement rest = connection.createStatement()) {
            for (int i = 1; i <= 4; i++) {
                insert.setInt(i, people);
            }
            insert.setInt(5, contexts);
            insert.setInt(6, requests);
            System.out.println(insert.executeUpdate() + " old requests");
            System.out.println(rest.executeUpdate(VOTES) + " old votes");
            System.out.println(rest.executeUpdate(GRANTS) + " old grants");
            System.out.println(rest.executeUpdate(CONTEXTS) + " contexts of them");
            rest.execute("VACUUM ANALYZE");
        }
    }

    /** So many of the old grants become those of somebody who has one. */
    static void giveAll(DataSource database, String username, int grants) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(OF_ONE);
                Statement rest = connection.createStatement()) {
            update.setString(1, username);
            update.setInt(2, grants);
            System.out.println(update.executeUpdate() + " old grants of one subject");
            rest.execute("VACUUM ANALYZE");
        }
    }
}
