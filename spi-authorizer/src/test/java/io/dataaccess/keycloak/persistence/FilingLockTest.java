/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.AVERY;
import static io.dataaccess.keycloak.persistence.TestRecords.BLAKE;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.MARIA;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.UserRef;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelIllegalStateException;

@ParameterizedClass
@EnumSource
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FilingLockTest {

    private static final long ALL = 64;
    private static final int THREADS = 4;
    private static final Executor THREAD = task -> new Thread(task).start();

    private final TestDatabase database;
    private final String realm = UUID.randomUUID().toString();

    FilingLockTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void fill() {
        database.runInTransaction(em -> {
            empty(em);
            for (int row = 0; row < ALL; row++) {
                em.createNativeQuery("insert into DATA_ACCESS_FILING_LOCK (ID) values (" + row + ")")
                        .executeUpdate();
            }
        });
    }

    @Test
    void makesNoRowWhenItIsThere() {
        take();

        assertThat(rows()).isEqualTo(ALL);
    }

    @Test
    void makesTheRowWhenTheTableWasEmptied() {
        database.runInTransaction(FilingLockTest::empty);

        take();
        take();

        assertThat(rows()).isEqualTo(1);
    }

    /** Whoever comes while the row is made waits for it, or loses. */
    @RepeatedTest(10)
    void letsOneInWhenTheFirstComeAtOnce() {
        database.runInTransaction(FilingLockTest::empty);
        CyclicBarrier start = new CyclicBarrier(THREADS);

        List<CompletableFuture<Boolean>> filed = Stream.of(LIN, MARIA, AVERY, BLAKE)
                .map(subject -> CompletableFuture.supplyAsync(() -> fileIfNoneIs(subject, start), THREAD))
                .toList();

        assertThat(filed.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(rows()).isEqualTo(1);
    }

    private boolean fileIfNoneIs(UserRef subject, CyclicBarrier start) {
        try {
            start.await();
            return database.inTransaction(em -> {
                JpaRequestStore requests = new JpaRequestStore(em, realm);
                requests.lockRequester(MARIA);
                boolean free = requests.countPending(Filer.inPerson(MARIA), NOW) == 0;
                if (free) {
                    requests.add(pending(access(subject)));
                }
                return free;
            });
        } catch (ModelIllegalStateException e) {
            return false;
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesUpWhenOthersKeepTheRowTooLong() {
        database.runInTransaction(em -> {
            FilingLock.take(em, realm, MARIA.id());
            CompletableFuture<Void> second = CompletableFuture.runAsync(this::take);

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(second::join)
                    .withCauseInstanceOf(ModelException.class);
        });

        take();
        assertThat(rows()).isEqualTo(ALL);
    }

    private void take() {
        database.runInTransaction(em -> FilingLock.take(em, realm, MARIA.id()));
    }

    private long rows() {
        return database.inTransaction(em ->
                em.createQuery("select count(x) from FilingLock x", Long.class).getSingleResult());
    }

    private static void empty(EntityManager em) {
        em.createQuery("delete from FilingLock x").executeUpdate();
    }
}
