/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Slice;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that is stored of a realm. */
public final class RealmRecords {

    private RealmRecords() {}

    /** For a realm that is being removed: nothing could be read of it any more. */
    public static void deleteAll(EntityManager em, String realmId) {
        Stream.of("GrantEntity", "RequestEntity")
                .forEach(entity -> Statement.change(
                        em, "delete from " + entity + " x where x.realmId = :realmId", Map.of("realmId", realmId)));
    }

    /**
     * Deletes requests that were taken back before this time, except those that somebody voted on: a vote stays on record,
     * and nothing that was approved is ever deleted.
     *
     * @param most how many at once, the oldest first
     */
    public static void deleteCancelled(EntityManager em, String realmId, Instant before, int most) {
        List<RequestEntity> old = new Where(realmId)
                .and(
                        "x.status = :cancelled and x.closedAt < :before and x.votes is empty",
                        Map.of("cancelled", RequestStatus.CANCELLED, "before", before.toEpochMilli()))
                .rows(
                        em,
                        RequestEntity.class,
                        "select x from RequestEntity x",
                        " order by x.closedAt",
                        new Slice(0, most));
        old.forEach(em::remove);
        em.flush();
    }
}
