/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.AVERY;
import static io.dataaccess.keycloak.persistence.TestRecords.BLAKE;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.MARIA;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static io.dataaccess.keycloak.persistence.TestRecords.closed;
import static io.dataaccess.keycloak.persistence.TestRecords.filedThrough;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class PendingCountTest {

    private static final int THREADS = 4;
    private static final Executor THREAD = task -> new Thread(task).start();

    private final TestDatabase database;
    private final String realm = UUID.randomUUID().toString();

    PendingCountTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void countsWhenPendingAndFiledByTheRequester() {
        AccessRequest first = pending();
        store(first);
        store(pending(access(MARIA)));

        // Both were filed by Maria, one of them for Lin.
        assertThat(count(MARIA, NOW)).isEqualTo(2);
        assertThat(count(LIN, NOW)).isZero();
    }

    @Test
    void countsNotWhenItsTimeIsOver() {
        AccessRequest request = pending();
        store(request);
        Instant end = request.state().expiresAt();

        assertThat(count(MARIA, end.minusMillis(1))).isEqualTo(1);
        assertThat(count(MARIA, end)).isZero();
    }

    @Test
    void countsNotWhenClosedOrInAnotherRealm() {
        AccessRequest request = pending();
        store(request);
        database.runInTransaction(em -> requests(em).update(closed(request, RequestStatus.DENIED, NOW)));
        database.runInTransaction(em -> new JpaRequestStore(em, "other-" + realm.substring(10)).add(pending()));

        assertThat(count(MARIA, NOW)).isZero();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void countsTheOtherWhenTwoAreFiledAtOnce() {
        store(pending());

        CompletableFuture<Long> second = database.inTransaction(em -> {
            JpaRequestStore requests = requests(em);
            requests.lockRequester(MARIA);
            CompletableFuture<Long> other = CompletableFuture.supplyAsync(this::lockAndCount);
            requests.add(pending(access(MARIA)));
            return other;
        });

        assertThat(second.join()).isEqualTo(2);
    }

    /** The first ones of somebody: there is no record yet whose lock they could wait for. */
    @RepeatedTest(20)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void letsOneInWhenTheFirstComeAtOnce() {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<CompletableFuture<Boolean>> filed = Stream.of(LIN, MARIA, AVERY, BLAKE)
                .map(subject -> CompletableFuture.supplyAsync(() -> fileIfNoneIs(subject, start), THREAD))
                .toList();

        assertThat(filed.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(count(MARIA, NOW)).isEqualTo(1);
    }

    private boolean fileIfNoneIs(UserRef subject, CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return database.inTransaction(em -> {
            JpaRequestStore requests = requests(em);
            requests.lockRequester(MARIA);
            boolean free = requests.countPending(Filer.inPerson(MARIA), NOW) == 0;
            if (free) {
                requests.add(pending(access(subject)));
            }
            return free;
        });
    }

    @Test
    void tellsWhenTheRequesterFiledWhenAsked() {
        AccessRequest request = pending();
        store(request);
        Instant created = request.state().createdAt();

        assertThat(filedAfter(MARIA, created.minusMillis(1))).containsExactly(created);
        assertThat(filedAfter(MARIA, created)).isEmpty();
        assertThat(filedAfter(LIN, created.minusMillis(1))).isEmpty();
    }

    @Test
    void tellsOnceWhenFiledTogether() {
        AccessRequest first = pending();
        store(first);
        store(pending(access(MARIA)));
        Instant before = first.state().createdAt().minusMillis(1);

        assertThat(filedAfter(MARIA, before)).hasSize(1);
        assertThat(filedAfter(MARIA, before, first.content().bundle())).isEmpty();
    }

    /** What applications file uses up nothing of what the person files, and nothing of one another's. */
    @Test
    void tellsApartWhatApplicationsFileWhenAsked() {
        AccessRequest application = filedThrough("application", pending());
        store(application);
        store(filedThrough("another", pending(access(AVERY))));
        Instant before = application.state().createdAt().minusMillis(1);

        assertThat(count(MARIA, NOW)).isZero();
        assertThat(filedAfter(MARIA, before)).isEmpty();
        assertThat(Filer.of(MARIA, Optional.of("application")))
                .extracting(filer -> count(filer, NOW))
                .containsExactly(1L, 2L);

        store(pending(access(MARIA)));

        assertThat(count(MARIA, NOW)).isEqualTo(1);
        assertThat(filedAfter(MARIA, before)).hasSize(1);
        assertThat(Filer.of(MARIA, Optional.of("application")))
                .extracting(filer -> count(filer, NOW))
                .containsExactly(1L, 2L);
        assertThat(Filer.of(MARIA, Optional.of("third")))
                .extracting(filer -> count(filer, NOW))
                .containsExactly(0L, 2L);
    }

    private List<Instant> filedAfter(UserRef requester, Instant time) {
        return filedAfter(requester, time, "another bundle");
    }

    private List<Instant> filedAfter(UserRef requester, Instant time, String bundle) {
        return database.inTransaction(em -> requests(em).filedAfter(Filer.inPerson(requester), time, bundle));
    }

    private long lockAndCount() {
        return database.inTransaction(em -> {
            requests(em).lockRequester(MARIA);
            return requests(em).countPending(Filer.inPerson(MARIA), NOW);
        });
    }

    private void store(AccessRequest request) {
        database.runInTransaction(em -> requests(em).add(request));
    }

    private long count(UserRef requester, Instant at) {
        return count(Filer.inPerson(requester), at);
    }

    private long count(Filer filer, Instant at) {
        return database.inTransaction(em -> requests(em).countPending(filer, at));
    }

    private JpaRequestStore requests(EntityManager em) {
        return new JpaRequestStore(em, realm);
    }
}
