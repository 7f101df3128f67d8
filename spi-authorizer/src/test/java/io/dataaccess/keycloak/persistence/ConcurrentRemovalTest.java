/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.AVERY;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.closed;
import static io.dataaccess.keycloak.persistence.TestRecords.granted;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.request.AccessEnding;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RecordStores;
import io.dataaccess.keycloak.request.RecordedChanges;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody is deleted while others are at their records. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ConcurrentRemovalTest {

    private final TestDatabase database = TestDatabase.POSTGRESQL;
    private final String realm = UUID.randomUUID().toString();
    private final AccessRequest request = pending();
    private final AccessGrant grant = granted(request);

    @Test
    void endsGrantWhenVoteIsFirst() {
        database.runInTransaction(em -> requests(em).add(request));

        List<AccessGrant> ended = removeWhile(em -> {
            requests(em).lock(request.id());
            return () -> {
                requests(em).update(closed(request, RequestStatus.APPROVED, NOW));
                grants(em).add(grant);
            };
        });

        assertThat(ended).containsExactly(grant.end(new Ending(NOW, Optional.empty(), "user deleted")));
        assertThat(stored(request).state().status()).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void leavesGrantWhenRevocationIsFirst() {
        AccessGrant revoked = grant.end(new Ending(NOW, Optional.of(AVERY), "case closed"));
        database.runInTransaction(em -> {
            requests(em).add(closed(request, RequestStatus.APPROVED, NOW));
            grants(em).add(grant);
        });

        List<AccessGrant> ended = removeWhile(em -> {
            grants(em).lock(grant.id());
            return () -> grants(em).update(revoked);
        });

        assertThat(ended).isEmpty();
        database.runInTransaction(em -> assertThat(grants(em).find(grant.id())).contains(revoked));
    }

    /** Deletes the subject while a transaction has done its first part, and is waited for before its second. */
    private List<AccessGrant> removeWhile(Parts parts) {
        CompletableFuture<List<AccessGrant>> removal = database.inTransaction(em -> {
            Runnable second = parts.first(em);
            CompletableFuture<List<AccessGrant>> started = CompletableFuture.supplyAsync(this::remove);
            await().until(this::isAnyoneWaiting);
            second.run();
            return started;
        });
        return removal.join();
    }

    private List<AccessGrant> remove() {
        AccessFilter lin = new AccessFilter(Optional.of(LIN.id()), Optional.empty(), Optional.empty());
        return database.inTransaction(em -> new AccessEnding(
                        new RecordStores(requests(em), grants(em), List.of(new RecordedChanges())),
                        Realm.demo().approvers(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .endAll(lin, "user deleted")
                .grants());
    }

    private AccessRequest stored(AccessRequest wanted) {
        return database.inTransaction(em -> requests(em).find(wanted.id())).orElseThrow();
    }

    private JpaRequestStore requests(EntityManager em) {
        return new JpaRequestStore(em, realm);
    }

    private JpaGrantStore grants(EntityManager em) {
        return new JpaGrantStore(em, realm);
    }

    /** In a transaction of its own: PostgreSQL shows a transaction the same activity again and again. */
    private boolean isAnyoneWaiting() {
        return database.inTransaction(em -> em.createNativeQuery(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Long.class)
                        .getSingleResult())
                .equals(1L);
    }

    private interface Parts {

        Runnable first(EntityManager em);
    }
}
