/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.AVERY;
import static io.dataaccess.keycloak.persistence.TestRecords.BLAKE;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.MARIA;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static io.dataaccess.keycloak.persistence.TestRecords.closed;
import static io.dataaccess.keycloak.persistence.TestRecords.denial;
import static io.dataaccess.keycloak.persistence.TestRecords.full;
import static io.dataaccess.keycloak.persistence.TestRecords.granted;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static io.dataaccess.keycloak.persistence.TestRecords.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class RealmRecordsTest {

    private final TestDatabase database;

    private final String removed = UUID.randomUUID().toString();
    private final String kept = UUID.randomUUID().toString();

    RealmRecordsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void endsAllOfADeletedRealmAndKeepsItAndLeavesOthersAlone() {
        AccessRequest gone = stored(removed);
        AccessRequest waiting = pending(access(MARIA));
        AccessRequest stays = stored(kept);
        AccessRequest staysWaiting = pending(access(MARIA));
        database.runInTransaction(em -> {
            new JpaRequestStore(em, removed).add(waiting);
            new JpaRequestStore(em, kept).add(staysWaiting);
        });

        long left = database.inTransaction(em -> RealmRecords.close(em, removed, NOW));

        assertThat(left).isEqualTo(2);
        database.runInTransaction(em -> {
            JpaRequestStore requests = new JpaRequestStore(em, removed);
            assertThat(requests.find(gone.id())).contains(gone);
            assertThat(requests.find(waiting.id())).contains(waiting.cancel(Cancellation.DELETED, NOW));
            assertThat(termOf(em, removed, gone).ending()).contains(new Ending(NOW, Optional.empty(), "realm deleted"));
            assertThat(new JpaRequestStore(em, kept).find(staysWaiting.id())).contains(staysWaiting);
            assertThat(termOf(em, kept, stays).ending()).isEmpty();
        });
    }

    @Test
    void leavesAloneWhatIsOverWhenARealmIsDeleted() {
        AccessRequest expired = pending(access(MARIA));
        AccessRequest approved = stored(removed);
        Instant later = NOW.plus(Duration.ofDays(365));
        database.runInTransaction(em -> new JpaRequestStore(em, removed).add(expired));

        database.runInTransaction(em -> RealmRecords.close(em, removed, later));

        database.runInTransaction(em -> {
            assertThat(new JpaRequestStore(em, removed).find(expired.id())).contains(expired);
            assertThat(termOf(em, removed, approved).ending()).isEmpty();
        });
    }

    @Test
    void deletesWhatWasTakenBackLongAgoAndNothingElse() {
        AccessRequest old = closed(pending(access(LIN)), RequestStatus.CANCELLED, NOW.minusMillis(1));
        AccessRequest younger = closed(pending(access(MARIA)), RequestStatus.CANCELLED, NOW);
        AccessRequest votedOn =
                closed(with(pending(access(AVERY)), denial(BLAKE)), RequestStatus.CANCELLED, NOW.minusMillis(1));
        AccessRequest denied = closed(pending(access(BLAKE)), RequestStatus.DENIED, NOW.minusMillis(1));
        AccessRequest waiting = pending();
        AccessRequest elsewhere = closed(pending(access(LIN)), RequestStatus.CANCELLED, NOW.minusMillis(1));
        database.runInTransaction(em -> {
            List.of(old, younger, votedOn, denied, waiting).forEach(new JpaRequestStore(em, kept)::add);
            new JpaRequestStore(em, removed).add(elsewhere);
        });

        database.runInTransaction(em -> RealmRecords.deleteCancelled(em, kept, NOW, 0));
        database.runInTransaction(
                em -> assertThat(rows(em, "DATA_ACCESS_REQUEST where ID", old)).isEqualTo(1));
        database.runInTransaction(em -> RealmRecords.deleteCancelled(em, kept, NOW, 10));

        database.runInTransaction(em -> {
            assertThat(rows(em, "DATA_ACCESS_REQUEST where ID", old)).isZero();
            assertThat(List.of(younger, votedOn, denied, waiting, elsewhere))
                    .allMatch(request -> rows(em, "DATA_ACCESS_REQUEST where ID", request) == 1);
        });
    }

    @Test
    void namesSubjectsAndRequestersWhenSomethingOfTheirsIsOpen() {
        AccessRequest granted = full();
        database.runInTransaction(em -> {
            JpaRequestStore requests = new JpaRequestStore(em, kept);
            requests.add(pending(access(BLAKE)));
            requests.add(closed(pending(access(AVERY)), RequestStatus.CANCELLED, NOW));
            requests.add(granted);
            new JpaGrantStore(em, kept).add(granted(granted));
            new JpaRequestStore(em, removed).add(pending(access(AVERY)));
        });

        database.runInTransaction(em -> {
            assertThat(RealmRecords.peopleOfOpen(em, kept, NOW))
                    .containsExactlyInAnyOrder(BLAKE.id(), MARIA.id(), LIN.id());
            assertThat(RealmRecords.peopleOfOpen(em, kept, NOW.plus(Duration.ofDays(365))))
                    .isEmpty();
        });
    }

    private AccessRequest stored(String realm) {
        AccessRequest request = full();
        database.runInTransaction(em -> {
            new JpaRequestStore(em, realm).add(request);
            new JpaGrantStore(em, realm).add(granted(request));
        });
        return request;
    }

    private static Term termOf(EntityManager em, String realm, AccessRequest request) {
        return new JpaGrantStore(em, realm)
                .ofRequests(List.of(request.id()))
                .get(0)
                .term();
    }

    private static long rows(EntityManager em, String from, AccessRequest request) {
        Object count = em.createNativeQuery("select count(*) from " + from + " = :id", Long.class)
                .setParameter("id", request.id())
                .getSingleResult();
        return (Long) count;
    }
}
