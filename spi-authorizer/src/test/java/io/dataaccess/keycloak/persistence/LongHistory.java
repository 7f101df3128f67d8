/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.access;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A realm with thirty thousand requests and grants that are over, in PostgreSQL, which counts what it reads of tables and
 * indexes. All are of one subject, as a service account has them that asks daily; they are of forty contexts, and the oldest
 * twentieth of another client and scope.
 */
final class LongHistory {

    static final int OLD = 30_000;
    /** What is found, with a page of it and its votes, and some entries that have died since. */
    static final long LITTLE = 300;
    /** What is counted or searched as a whole, as entries of an index and as rows. */
    static final long MOST = 2 * PageRange.MOST + LITTLE;

    static final PageRange FIRST = new PageRange(0, 20);
    static final String REALM = UUID.randomUUID().toString();
    static final Access ACCESS = access(LIN);

    static final AccessRequest APPROVED = TestRecords.closed(TestRecords.pending(ACCESS), RequestStatus.APPROVED, NOW);
    static final AccessGrant RUNNING = TestRecords.granted(APPROVED);

    private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;

    private static final String OLD_REQUESTS = "INSERT INTO data_access_request SELECT r.*"
            + " FROM data_access_request x, generate_series(1, ?1) n, jsonb_populate_record(x, jsonb_build_object("
            + " 'id', 'old' || n || '-' || left(x.id, 8), 'pending_key', n || x.id,"
            + " 'created_at', x.created_at - n * 60000::bigint, 'expires_at', x.created_at - n * 60000::bigint + 1000,"
            + " 'status', CASE WHEN n / 40 % 20 < 14 THEN 'APPROVED' WHEN n / 40 % 20 < 17 THEN 'DENIED'"
            + " WHEN n / 40 % 20 < 19 THEN 'CANCELLED' ELSE 'EXPIRED' END, 'urgent', n % 21 = 0, 'ticket', 'OLD-' || n,"
            + " 'client_id', CASE WHEN n > ?1 * 0.95 THEN 'old-client' ELSE x.client_id END,"
            + " 'scope_id', CASE WHEN n > ?1 * 0.95 THEN 'old-scope' ELSE x.scope_id END,"
            + " 'case_key', 'context-' || n % 40, 'bundle', md5(n || ''), 'bundle_key', md5(n || x.id))) r"
            + " WHERE x.realm_id = ?2";
    private static final String OLD_GRANTS = "INSERT INTO data_access_grant SELECT r.*"
            + " FROM data_access_grant x, generate_series(1, ?1) n, jsonb_populate_record(x, jsonb_build_object("
            + " 'id', 'old' || n || '-' || left(x.id, 8), 'case_key', 'context-' || n % 40,"
            + " 'client_id', CASE WHEN n > ?1 * 0.95 THEN 'old-client' ELSE x.client_id END,"
            + " 'scope_id', CASE WHEN n > ?1 * 0.95 THEN 'old-scope' ELSE x.scope_id END,"
            + " 'approved_at', x.approved_at - n * 60000::bigint - 90000000,"
            + " 'approved_until', x.approved_at - n * 60000::bigint - 80000000)) r"
            + " WHERE x.realm_id = ?2";

    private LongHistory() {}

    /** Filled once. */
    static synchronized void fill() {
        DATABASE.runInTransaction(em -> {
            if (requests(em).find(APPROVED.id()).isPresent()) {
                return;
            }
            requests(em).add(APPROVED);
            grants(em).add(RUNNING);
            for (String copies : List.of(OLD_REQUESTS, OLD_GRANTS)) {
                em.createNativeQuery(copies)
                        .setParameter(1, OLD)
                        .setParameter(2, REALM)
                        .executeUpdate();
            }
            em.createNativeQuery("ANALYZE data_access_request, data_access_grant")
                    .executeUpdate();
        });
    }

    static JpaRequestStore requests(EntityManager em) {
        return new JpaRequestStore(em, REALM);
    }

    static JpaRequestQueue queue(EntityManager em) {
        return new JpaRequestQueue(em, REALM);
    }

    static JpaGrantStore grants(EntityManager em) {
        return new JpaGrantStore(em, REALM);
    }

    static long readOfRequests(Consumer<EntityManager> work) {
        return readOf("data_access_request", work);
    }

    static long readOfGrants(Consumer<EntityManager> work) {
        return readOf("data_access_grant", work);
    }

    /** How many rows and entries of indexes PostgreSQL reads for this. */
    private static long readOf(String table, Consumer<EntityManager> work) {
        long before = read(table);
        DATABASE.runInTransaction(em -> {
            work.accept(em);
            em.createNativeQuery("SELECT cast(pg_stat_force_next_flush() AS text)")
                    .getResultList();
        });
        return read(table) - before;
    }

    private static long read(String table) {
        return DATABASE.inTransaction(em -> ((Number) em.createNativeQuery(
                                "SELECT (SELECT coalesce(sum(seq_tup_read), 0) FROM pg_stat_user_tables WHERE relname = ?1)"
                                        + " + (SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes WHERE relname = ?1)")
                        .setParameter(1, table)
                        .getSingleResult())
                .longValue());
    }
}
