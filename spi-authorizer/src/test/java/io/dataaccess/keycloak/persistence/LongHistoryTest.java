/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.visibility.Visibility;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * PostgreSQL counts what it reads of tables and indexes: with twenty thousand requests and grants that are over, nothing
 * reads more than it needs. All old grants are of one subject and client, as a service account has them that asks daily.
 */
final class LongHistoryTest {

    private static final int OLD = 20_000;
    /** What is found, with a page of it and its votes, and some entries that have died since. */
    private static final long LITTLE = 300;

    private static final PageRange FIRST = new PageRange(0, 20);
    private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;
    private static final String REALM = UUID.randomUUID().toString();
    private static final Access ACCESS = access(LIN);

    private static final AccessRequest APPROVED =
            TestRecords.closed(TestRecords.pending(ACCESS), RequestStatus.APPROVED, NOW);
    private static final AccessGrant RUNNING = TestRecords.granted(APPROVED);

    private static final String OLD_REQUESTS = "INSERT INTO data_access_request SELECT (jsonb_populate_record(x,"
            + " jsonb_build_object('id', 'old' || n || '-' || left(x.id, 8), 'pending_key', n || x.id,"
            + " 'created_at', x.created_at - n * 60000::bigint, 'expires_at', x.created_at - n * 60000::bigint + 1000,"
            + " 'case_key', md5(n % 40 || ''), 'bundle_key', md5(n || x.id)))).*"
            + " FROM data_access_request x, generate_series(1, ?1) n WHERE x.realm_id = ?2";
    private static final String OLD_GRANTS = "INSERT INTO data_access_grant SELECT (jsonb_populate_record(x,"
            + " jsonb_build_object('id', 'old' || n || '-' || left(x.id, 8), 'case_key', md5(n % 40 || ''),"
            + " 'approved_at', x.approved_at - n * 60000::bigint - 90000000,"
            + " 'approved_until', x.approved_at - n * 60000::bigint - 80000000))).*"
            + " FROM data_access_grant x, generate_series(1, ?1) n WHERE x.realm_id = ?2";

    @BeforeAll
    static void fill() {
        DATABASE.runInTransaction(em -> {
            new JpaRequestStore(em, REALM).add(APPROVED);
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

    @Test
    void readsRunningGrantsOnlyWhenATokenIsAskedFor() {
        assertThat(readOf(
                        "data_access_grant",
                        em -> assertThat(grants(em)
                                        .runningAt(
                                                ACCESS.subject().id(),
                                                ACCESS.client().id(),
                                                NOW))
                                .extracting(AccessGrant::id)
                                .containsExactly(RUNNING.id())))
                .isLessThan(LITTLE);
    }

    @Test
    void readsRunningGrantsOnlyWhenAFormIsShown() {
        assertThat(readOf(
                        "data_access_grant",
                        em -> assertThat(grants(em).runningOf(Set.of(ACCESS), NOW))
                                .hasSize(1)))
                .isLessThan(LITTLE);
    }

    @Test
    void readsOneOfThemAtMostWhenItsEndIsLookedFor() {
        assertThat(readOf(
                        "data_access_grant",
                        em -> assertThat(grants(em)
                                        .notOverAt(
                                                new AccessFilter(
                                                        Optional.of(LIN.id()), Optional.empty(), Optional.empty()),
                                                NOW))
                                .hasSize(1)))
                .isLessThan(LITTLE);
    }

    @ParameterizedTest
    @CsvSource({
        "OLDEST_FIRST,", "NEWEST_FIRST,", "EXPIRING_FIRST,", "EXPIRING_LAST,",
        "OLDEST_FIRST, APPROVED", "NEWEST_FIRST, APPROVED", "EXPIRING_FIRST, APPROVED", "EXPIRING_LAST, APPROVED"
    })
    void readsAPageOfRequestsOnlyWhenListed(Order order, RequestStatus status) {
        RequestFilter filter = new RequestFilter(
                RecordFilter.ALL,
                new When(Optional.ofNullable(status), NOW),
                new Content(Optional.empty(), Optional.empty(), Optional.empty()),
                order);
        assertThat(readOf(
                        "data_access_request",
                        em -> assertThat(new JpaRequestQueue(em, REALM).page(filter, Visibility.ALL, FIRST))
                                .hasSize(20)))
                .isLessThan(LITTLE);
    }

    @ParameterizedTest
    @CsvSource({
        "NEWEST_FIRST,", "OLDEST_FIRST,", "ENDING_FIRST,", "ENDING_LAST,",
        "NEWEST_FIRST, false", "OLDEST_FIRST, false", "ENDING_FIRST, false", "ENDING_LAST, false"
    })
    void readsAPageOfGrantsOnlyWhenListed(GrantFilter.Order order, Boolean active) {
        GrantFilter filter = listed(order, Optional.ofNullable(active));
        assertThat(readOf(
                        "data_access_grant",
                        em -> assertThat(grants(em).page(filter, Optional.empty(), FIRST))
                                .hasSize(20)))
                .isLessThan(LITTLE);
    }

    @ParameterizedTest
    @EnumSource
    void readsRunningGrantsOnlyWhenListed(GrantFilter.Order order) {
        GrantFilter filter = listed(order, Optional.of(true));
        assertThat(readOf("data_access_grant", em -> {
                    assertThat(grants(em).page(filter, Optional.empty(), FIRST)).hasSize(1);
                    assertThat(grants(em).count(filter, Optional.empty())).isEqualTo(1);
                }))
                .isLessThan(LITTLE);
    }

    private static GrantFilter listed(GrantFilter.Order order, Optional<Boolean> active) {
        return new GrantFilter(
                RecordFilter.ALL, new GrantFilter.When(active, Optional.empty(), NOW), Optional.empty(), order);
    }

    private static JpaGrantStore grants(EntityManager em) {
        return new JpaGrantStore(em, REALM);
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
