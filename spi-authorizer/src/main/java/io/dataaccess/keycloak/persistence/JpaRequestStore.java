/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.persistence.ContextEntity.Kind;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.RequestStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests of one realm in the database. {@link #add} and {@link #update} write at once: a second pending request for the
 * same access fails there with Hibernate's {@code ConstraintViolationException} and a concurrent change with
 * {@code OptimisticLockException}, which Keycloak's own entity manager turns into {@code ModelDuplicateException} and
 * {@code ModelIllegalStateException}. The transaction is lost then.
 */
final class JpaRequestStore implements RequestStore {

    private final EntityManager em;
    private final String realmId;

    public JpaRequestStore(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    @Override
    public void add(AccessRequest request) {
        ContextEntity.note(em, realmId, Kind.REQUEST, request.approvalContext());
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
        return QueryStatement.reading(em, String.class, "select x.id from RequestEntity x where x.pendingKey = :key")
                .with("key", key)
                .first()
                .flatMap(this::locked)
                .filter(entity -> entity.isKeptAs(key))
                .map(RequestEntity::request);
    }

    @Override
    public void lockRequester(UserRef requester) {
        FilingLock.take(em, realmId, requester.id());
    }

    @Override
    public long countPending(Filer filer, Instant now) {
        return filedBy(filer)
                .and(
                        "x.status = :pending and x.expiresAt > :now",
                        Map.of("pending", RequestStatus.PENDING, "now", now.toEpochMilli()))
                .count(em, "select count(x) from RequestEntity x");
    }

    @Override
    public List<Instant> filedAfter(Filer filer, Instant time, String bundle) {
        return filedBy(filer)
                .and(
                        "x.createdAt > :time and x.bundle <> :bundle",
                        Map.of("time", time.toEpochMilli(), "bundle", bundle))
                .rows(
                        em,
                        Long.class,
                        "select min(x.createdAt) from RequestEntity x",
                        " group by x.bundle order by min(x.createdAt)")
                .stream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    private QueryConditions filedBy(Filer filer) {
        QueryConditions theirs = new QueryConditions(realmId)
                .and(
                        "x.requesterId = :requester",
                        Map.of("requester", filer.requester().id()));
        return switch (filer.through()) {
            case IN_PERSON -> theirs.and("x.application is null", Map.of());
            case APPLICATION -> theirs.and("x.application = :application", "application", filer.application());
            case ANY_APPLICATION -> theirs.and("x.application is not null", Map.of());
        };
    }

    @Override
    public Stream<AccessRequest> search(RequestFilter filter) {
        QueryConditions where = RequestConditions.of(realmId, filter)
                .search(RequestConditions.SEARCHED, filter.content().search());
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
