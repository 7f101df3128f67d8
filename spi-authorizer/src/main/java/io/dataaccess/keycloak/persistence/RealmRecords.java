/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that is stored of a realm. */
final class RealmRecords {

    private RealmRecords() {}

    /**
     * Ends what is open in a realm that is being deleted: it may come back under the same ids, and nothing may come back to
     * life with it. The records stay, and nobody reads them until then.
     *
     * @return how many requests there are, open or not
     */
    public static long close(EntityManager em, String realmId, Instant now) {
        // Requests first: who votes holds the lock of the request until the grant is stored.
        QueryStatement.change(
                em,
                "update RequestEntity x set x.status = :cancelled, x.cancellation = :deleted, x.closedAt = :now, x.pendingKey = x.id,"
                        + " x.version = x.version + 1"
                        + " where x.realmId = :realmId and x.status = :pending and x.expiresAt > :now",
                Map.of(
                        "realmId",
                        realmId,
                        "now",
                        now.toEpochMilli(),
                        "pending",
                        RequestStatus.PENDING,
                        "cancelled",
                        RequestStatus.CANCELLED,
                        "deleted",
                        Cancellation.DELETED));
        QueryStatement.change(
                em,
                "update GrantEntity x set x.endedAt = :now, x.endReason = :reason, x.version = x.version + 1"
                        + " where x.realmId = :realmId and x.endedAt is null and x.approvedUntil > :now",
                Map.of("realmId", realmId, "now", now.toEpochMilli(), "reason", "realm deleted"));
        return QueryStatement.reading(em, Long.class, "select count(x) from RequestEntity x where x.realmId = :realmId")
                .with("realmId", realmId)
                .only();
    }

    /** The user ids of subjects and requesters of pending requests, and of subjects of access grants that are not over. */
    public static Set<String> peopleOfOpen(EntityManager em, String realmId, Instant now) {
        QueryConditions pending = new QueryConditions(realmId)
                .and(
                        "x.status = :pending and x.expiresAt > :now",
                        Map.of("pending", RequestStatus.PENDING, "now", now.toEpochMilli()));
        QueryConditions open = new QueryConditions(realmId)
                .and("x.endedAt is null and x.approvedUntil > :now", Map.of("now", now.toEpochMilli()));
        Set<String> people = new HashSet<>();
        people.addAll(pending.rows(em, String.class, "select distinct x.access.subjectId from RequestEntity x", ""));
        people.addAll(pending.rows(em, String.class, "select distinct x.requesterId from RequestEntity x", ""));
        people.addAll(open.rows(em, String.class, "select distinct x.access.subjectId from GrantEntity x", ""));
        return people;
    }

    /** Requests that nobody decided, whose time was over after one moment and no later than another; by id. */
    public static Map<String, Instant> expired(EntityManager em, String realmId, Instant after, Instant until) {
        return new QueryConditions(realmId)
                        .and(
                                "x.status in (:undecided) and x.expiresAt > :after and x.expiresAt <= :until",
                                Map.of(
                                        "undecided", Set.of(RequestStatus.PENDING, RequestStatus.EXPIRED),
                                        "after", after.toEpochMilli(),
                                        "until", until.toEpochMilli()))
                        .rows(
                                em,
                                Object[].class,
                                "select x.id, x.expiresAt from RequestEntity x",
                                " order by x.expiresAt")
                        .stream()
                        .collect(
                                LinkedHashMap::new,
                                (all, row) -> all.put((String) row[0], Instant.ofEpochMilli((Long) row[1])),
                                Map::putAll);
    }

    /**
     * Deletes requests that were taken back before this time, except those that somebody voted on: a vote stays on record,
     * and nothing that was approved is ever deleted.
     *
     * @param most how many at once, the oldest first
     */
    public static void deleteCancelled(EntityManager em, String realmId, Instant before, int most) {
        List<RequestEntity> old = new QueryConditions(realmId)
                .and(
                        "x.status = :cancelled and x.closedAt < :before and x.votes is empty",
                        Map.of("cancelled", RequestStatus.CANCELLED, "before", before.toEpochMilli()))
                .rows(
                        em,
                        RequestEntity.class,
                        "select x from RequestEntity x",
                        " order by x.closedAt",
                        new PageRange(0, most));
        old.forEach(em::remove);
        em.flush();
    }
}
