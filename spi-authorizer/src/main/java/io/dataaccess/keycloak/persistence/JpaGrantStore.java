/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Target;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.grant.GrantStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ModelException;

/**
 * Grants of one realm in the database. {@link #add} and {@link #update} write at once: a concurrent change fails there
 * with {@code OptimisticLockException}, which Keycloak's own entity manager turns into {@code ModelIllegalStateException}.
 */
public final class JpaGrantStore implements GrantStore {

    private static final String GRANTS = "select x from GrantEntity x";
    private static final String NEWEST_FIRST = "x.approvedAt desc, x.id";
    private static final String RUNNING = "(x.endedAt is null and x.approvedAt <= :now and x.approvedUntil > :now)";
    private static final String PARTY = "(x.access.subjectId = :party or exists"
            + " (select 1 from RequestEntity r where r.id = x.requestId and r.requesterId = :party))";

    private final EntityManager em;
    private final String realmId;

    public JpaGrantStore(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    @Override
    public void add(AccessGrant grant) {
        em.persist(new GrantEntity(realmId, grant));
        em.flush();
    }

    @Override
    public void update(AccessGrant grant) {
        stored(grant.id())
                .orElseThrow(() -> new IllegalArgumentException("No such grant is stored"))
                .follow(grant);
        em.flush();
    }

    @Override
    public Optional<AccessGrant> lock(String id) {
        Optional<GrantEntity> entity = stored(id);
        // Refreshed, because the transaction may have read it before it got the lock.
        entity.ifPresent(found -> em.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return entity.map(GrantEntity::grant);
    }

    @Override
    public Optional<AccessGrant> find(String id) {
        return stored(id).map(GrantEntity::grant);
    }

    /** Ids are compared once more here: on some databases text is equal whatever its case, and this opens data. */
    @Override
    public List<AccessGrant> runningAt(String subjectId, String clientId, Instant now) {
        return rows(new Where(realmId)
                        .target(new Target(Optional.of(subjectId), Optional.of(clientId), Optional.empty()))
                        .and(RUNNING, Map.of("now", now.toEpochMilli()))
                        .query(em, GrantEntity.class, GRANTS, NEWEST_FIRST))
                .stream()
                .map(GrantEntity::grant)
                .filter(grant -> grant.access().subject().id().equals(subjectId))
                .filter(grant -> grant.access().client().id().equals(clientId))
                .toList();
    }

    /** Keycloak turns the failures of its entity manager into its own exceptions, but not those of a query (26.7.3). */
    private static List<GrantEntity> rows(TypedQuery<GrantEntity> query) {
        try {
            return query.getResultList();
        } catch (PersistenceException e) {
            throw new ModelException("The access grants cannot be read", e);
        }
    }

    @Override
    public Stream<AccessGrant> search(GrantFilter filter) {
        Where where = new Where(realmId)
                .selection(filter.selection(), "approvedAt", PARTY)
                .and("x.requestId = :request", "request", filter.requestId());
        filter.active()
                .ifPresent(active -> where.and(
                        active ? RUNNING : "not " + RUNNING,
                        Map.of("now", filter.now().toEpochMilli())));
        return where.query(em, GrantEntity.class, GRANTS, NEWEST_FIRST).getResultList().stream()
                .map(GrantEntity::grant);
    }

    private Optional<GrantEntity> stored(String id) {
        return Optional.ofNullable(em.find(GrantEntity.class, id)).filter(entity -> entity.isIn(realmId));
    }
}
