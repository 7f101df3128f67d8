/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.RequestStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests of one realm in the database. {@link #add} and {@link #update} write at once: a second pending request for the
 * same access fails there with Hibernate's {@code ConstraintViolationException} and a concurrent change with
 * {@code OptimisticLockException}, which Keycloak's own entity manager turns into {@code ModelDuplicateException} and
 * {@code ModelIllegalStateException}. The transaction is lost then.
 */
public final class JpaRequestStore implements RequestStore {

    private static final String FILED_BY =
            " where x.realmId = :realmId and x.requesterId = :requester and x.status = :pending";

    private final EntityManager em;
    private final String realmId;

    public JpaRequestStore(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    @Override
    public void add(AccessRequest request) {
        em.persist(new RequestEntity(realmId, request));
        em.flush();
    }

    @Override
    public void update(AccessRequest request) {
        stored(request.id())
                .orElseThrow(() -> new IllegalArgumentException("No such request is stored"))
                .follow(request);
        em.flush();
    }

    @Override
    public Optional<AccessRequest> lock(String id) {
        return locked(id).map(RequestEntity::request);
    }

    @Override
    public Optional<AccessRequest> find(String id) {
        return stored(id).map(RequestEntity::request);
    }

    @Override
    public Optional<AccessRequest> lockPending(Access access) {
        String key = PendingKey.of(realmId, access);
        return em.createQuery("select x.id from RequestEntity x where x.pendingKey = :key", String.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .flatMap(this::locked)
                .filter(entity -> entity.isKeptAs(key))
                .map(RequestEntity::request);
    }

    @Override
    public long countPending(UserRef requester, Instant now) {
        return em.createQuery("select count(x) from RequestEntity x" + FILED_BY + " and x.expiresAt > :now", Long.class)
                .setParameter("realmId", realmId)
                .setParameter("requester", requester.id())
                .setParameter("pending", RequestStatus.PENDING)
                .setParameter("now", now.toEpochMilli())
                .getSingleResult();
    }

    /** In the same order everywhere, so that nobody waits for somebody who waits. */
    @Override
    public void lockPending(UserRef requester) {
        em.createQuery("select x from RequestEntity x" + FILED_BY + " order by x.id", RequestEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("requester", requester.id())
                .setParameter("pending", RequestStatus.PENDING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    public Stream<AccessRequest> search(RequestFilter filter) {
        Where where = RequestConditions.of(realmId, filter);
        return where
                .rows(
                        em,
                        RequestEntity.class,
                        "select x from RequestEntity x left join fetch x.votes",
                        JpaRequestQueue.order(filter, where))
                .stream()
                .map(RequestEntity::request);
    }

    private Optional<RequestEntity> stored(String id) {
        return Optional.ofNullable(em.find(RequestEntity.class, id)).filter(entity -> entity.isIn(realmId));
    }

    /** Refreshed, because the transaction may have read it before it got the lock. */
    private Optional<RequestEntity> locked(String id) {
        Optional<RequestEntity> entity = stored(id);
        entity.ifPresent(found -> em.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return entity;
    }
}
