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

import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import java.util.List;
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
    void leavesNothingOfARemovedRealmAndAllOfOthers() {
        AccessRequest gone = stored(removed);
        AccessRequest stays = stored(kept);

        database.runInTransaction(em -> RealmRecords.deleteAll(em, removed));

        database.runInTransaction(em -> {
            assertThat(rows(em, "DATA_ACCESS_REQUEST where ID", gone)).isZero();
            assertThat(rows(em, "DATA_ACCESS_VOTE where REQUEST_ID", gone)).isZero();
            assertThat(rows(em, "DATA_ACCESS_GRANT where REQUEST_ID", gone)).isZero();
            assertThat(rows(em, "DATA_ACCESS_REQUEST where ID", stays)).isEqualTo(1);
            assertThat(rows(em, "DATA_ACCESS_VOTE where REQUEST_ID", stays)).isEqualTo(3);
            assertThat(rows(em, "DATA_ACCESS_GRANT where REQUEST_ID", stays)).isEqualTo(1);
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

    private AccessRequest stored(String realm) {
        AccessRequest request = full();
        database.runInTransaction(em -> {
            new JpaRequestStore(em, realm).add(request);
            new JpaGrantStore(em, realm).add(granted(request));
        });
        return request;
    }

    private static long rows(EntityManager em, String from, AccessRequest request) {
        Object count = em.createNativeQuery("select count(*) from " + from + " = :id", Long.class)
                .setParameter("id", request.id())
                .getSingleResult();
        return (Long) count;
    }
}
