/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.AVERY;
import static io.dataaccess.keycloak.persistence.TestRecords.BLAKE;
import static io.dataaccess.keycloak.persistence.TestRecords.approval;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static io.dataaccess.keycloak.persistence.TestRecords.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.request.AccessRequest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On PostgreSQL, which tells who waits for a lock. */
final class ConcurrentVotesTest {

    private final TestDatabase database = TestDatabase.POSTGRESQL;
    private final String realm = UUID.randomUUID().toString();

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void keepsBothVotesWhenCastAtOnce() {
        AccessRequest request = pending();
        database.runInTransaction(em -> new JpaRequestStore(em, realm).add(request));

        CompletableFuture<Void> second = database.inTransaction(em -> {
            JpaRequestStore requests = new JpaRequestStore(em, realm);
            AccessRequest locked = requests.lock(request.id()).orElseThrow();
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> cast(request.id(), BLAKE));
            await().until(this::isAnyoneWaiting);
            requests.update(with(locked, approval(AVERY)));
            return other;
        });
        second.join();

        database.runInTransaction(em -> assertThat(new JpaRequestStore(em, realm).find(request.id()))
                .contains(with(request, approval(AVERY), approval(BLAKE))));
    }

    private void cast(String id, UserRef approver) {
        database.runInTransaction(em -> {
            JpaRequestStore requests = new JpaRequestStore(em, realm);
            requests.update(with(requests.lock(id).orElseThrow(), approval(approver)));
        });
    }

    /** In a transaction of its own: PostgreSQL shows a transaction the same activity again and again. */
    private boolean isAnyoneWaiting() {
        return database.inTransaction(em -> em.createNativeQuery(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Long.class)
                        .getSingleResult())
                .equals(1L);
    }
}
