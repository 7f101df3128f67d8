/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.change;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.ChangeStore;
import io.dataaccess.keycloak.persistence.QueryStatement;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Change requests of one realm in the database; what is changed is written at once. */
public final class JpaChangeStore implements ChangeStore {

    private final EntityManager em;
    private final String realmId;

    public JpaChangeStore(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    @Override
    public void add(ChangeRequest change) {
        em.persist(new ChangeEntity(realmId, change));
        em.flush();
    }

    @Override
    public void update(ChangeRequest change) {
        stored(change.id())
                .orElseThrow(() -> new IllegalArgumentException("No such change request is stored"))
                .follow(change);
        em.flush();
    }

    /** Refreshed, because the transaction may have read it before it got the lock. */
    @Override
    public Optional<ChangeRequest> lock(String id) {
        Optional<ChangeEntity> entity = stored(id);
        entity.ifPresent(found -> em.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return entity.map(ChangeEntity::change);
    }

    @Override
    public Optional<ChangeRequest> find(String id) {
        return stored(id).map(ChangeEntity::change);
    }

    @Override
    public List<ChangeRequest> page(Optional<RequestStatus> status, Instant now, PageRange page) {
        return QueryStatement.reading(
                        em,
                        ChangeEntity.class,
                        "select x from ChangeEntity x" + where(status) + " order by x.createdAt desc, x.id")
                .with(parameters(status, now))
                .page(page)
                .rows()
                .stream()
                .map(ChangeEntity::change)
                .toList();
    }

    @Override
    public long count(Optional<RequestStatus> status, Instant now) {
        return QueryStatement.reading(em, Long.class, "select count(x) from ChangeEntity x" + where(status))
                .with(parameters(status, now))
                .first()
                .orElse(0L);
    }

    /** Ends what is pending, in a realm that is being deleted: nothing of it may come back to life with the realm. */
    public void close(Instant now) {
        QueryStatement.change(
                em,
                "update ChangeEntity x set x.status = :cancelled, x.closedAt = :now, x.version = x.version + 1"
                        + where(Optional.of(RequestStatus.PENDING)),
                merged(parameters(Optional.of(RequestStatus.PENDING), now), "cancelled", RequestStatus.CANCELLED));
    }

    /** A change request that nobody decided is over when its time is, whatever is stored. */
    private static String where(Optional<RequestStatus> status) {
        String realm = " where x.realmId = :realmId";
        return status.map(wanted -> switch (wanted) {
                    case PENDING -> realm + " and x.status = :pending and x.expiresAt > :now";
                    case EXPIRED -> realm + " and x.status = :pending and x.expiresAt <= :now";
                    default -> realm + " and x.status = :status";
                })
                .orElse(realm);
    }

    private Map<String, Object> parameters(Optional<RequestStatus> status, Instant now) {
        Map<String, Object> parameters = new HashMap<>(Map.of("realmId", realmId));
        status.ifPresent(wanted -> {
            if (wanted == RequestStatus.PENDING || wanted == RequestStatus.EXPIRED) {
                parameters.put("pending", RequestStatus.PENDING);
                parameters.put("now", now.toEpochMilli());
            } else {
                parameters.put("status", wanted);
            }
        });
        return parameters;
    }

    private static Map<String, Object> merged(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }

    private Optional<ChangeEntity> stored(String id) {
        return Optional.ofNullable(em.find(ChangeEntity.class, id)).filter(entity -> entity.isIn(realmId));
    }
}
