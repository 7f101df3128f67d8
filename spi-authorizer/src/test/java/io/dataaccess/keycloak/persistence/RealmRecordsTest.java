/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.full;
import static io.dataaccess.keycloak.persistence.TestRecords.granted;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.request.AccessRequest;
import jakarta.persistence.EntityManager;
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
