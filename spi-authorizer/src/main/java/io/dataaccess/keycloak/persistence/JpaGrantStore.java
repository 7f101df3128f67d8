/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.grant.GrantFilter.Order;
import io.dataaccess.keycloak.grant.GrantStore;
import io.dataaccess.keycloak.persistence.ContextEntity.Kind;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.ContextSet;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Grants of one realm in the database. {@link #add} and {@link #update} write at once: a concurrent change fails there
 * with {@code OptimisticLockException}, which Keycloak's own entity manager turns into {@code ModelIllegalStateException}.
 */
final class JpaGrantStore implements GrantStore {

    private static final String GRANTS = "select x from GrantEntity x";
    private static final List<String> SEARCHED =
            List.of("x.access.subjectName", "x.access.clientName", "x.access.scopeName", "x.purpose", "x.searched");
    private static final String OPEN = "(x.endedAt is null and x.approvedUntil > :now)";
    private static final String RUNNING = "(x.approvedAt <= :now and " + OPEN + ")";
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
        ContextEntity.note(em, realmId, Kind.GRANT, grant.approvalContext());
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
        AccessFilter target = new AccessFilter(Optional.of(subjectId), Optional.of(clientId), Optional.empty());
        return at(now, RUNNING, new QueryConditions(realmId).target(target))
                .filter(grant -> grant.access().subject().id().equals(subjectId))
                .filter(grant -> grant.access().client().id().equals(clientId))
                .toList();
    }

    /** Narrowed down by each id in the database, and compared as a whole here. */
    @Override
    public List<AccessGrant> runningOf(Collection<Access> accesses, Instant now) {
        if (accesses.isEmpty()) {
            return List.of();
        }
        QueryConditions where = new QueryConditions(realmId)
                .and(
                        "x.access.subjectId in (:subjects)",
                        Map.of("subjects", ids(accesses, Access::subject, UserRef::id)))
                .and("x.access.clientId in (:clients)", Map.of("clients", ids(accesses, Access::client, ClientRef::id)))
                .and("x.access.scopeId in (:scopes)", Map.of("scopes", ids(accesses, Access::scope, ScopeRef::id)));
        return at(now, RUNNING, where)
                .filter(grant -> accesses.stream().anyMatch(grant.access()::isSameAs))
                .toList();
    }

    private static <T> Set<String> ids(Collection<Access> accesses, Function<Access, T> part, Function<T, String> id) {
        return accesses.stream().map(part.andThen(id)).collect(Collectors.toSet());
    }

    @Override
    public List<AccessGrant> notOverAt(AccessFilter target, Instant now) {
        return at(now, OPEN, new QueryConditions(realmId).target(target)).toList();
    }

    @Override
    public List<AccessGrant> ofRequests(Collection<String> requestIds) {
        return requestIds.isEmpty()
                ? List.of()
                : grants(
                                new QueryConditions(realmId)
                                        .and("x.requestId in (:requests)", Map.of("requests", requestIds)),
                                order(Order.NEWEST_FIRST))
                        .toList();
    }

    @Override
    public ContextIndex index(GrantFilter filter) {
        return new ContextEntity.Index(em, realmId, Kind.GRANT, () -> where(filter));
    }

    @Override
    public List<AccessGrant> page(GrantFilter filter, Optional<ContextSet> contexts, PageRange page) {
        return where(filter, contexts).rows(em, GrantEntity.class, GRANTS, order(filter.order()), page).stream()
                .map(GrantEntity::grant)
                .toList();
    }

    @Override
    public long count(GrantFilter filter, Optional<ContextSet> contexts) {
        return where(filter, contexts).countToMost(em, "count(y.one)", "select x.id as one from GrantEntity x");
    }

    @Override
    public RecordedNames recordedNames() {
        return ContextEntity.recordedNames(em, realmId, Kind.GRANT);
    }

    private QueryConditions where(GrantFilter filter, Optional<ContextSet> contexts) {
        QueryConditions where = where(filter);
        contexts.ifPresent(known -> where.and(where.isAmong(known), Map.of()));
        return where.searchNewest(em, "GrantEntity", "approvedAt", SEARCHED, filter.search());
    }

    private QueryConditions where(GrantFilter filter) {
        QueryConditions where = new QueryConditions(realmId)
                .selection(filter.selection(), "approvedAt", PARTY)
                .and(
                        "x.approvedUntil < :endingBefore",
                        "endingBefore",
                        filter.when().endingBefore().map(Instant::toEpochMilli));
        filter.when()
                .active()
                .ifPresent(active -> where.and(
                        active ? RUNNING : "not " + RUNNING,
                        Map.of("now", filter.when().now().toEpochMilli())));
        return where;
    }

    private static String order(Order order) {
        return " order by "
                + switch (order) {
                    case NEWEST_FIRST -> "x.approvedAt desc, x.id";
                    case OLDEST_FIRST -> "x.approvedAt, x.id";
                    case ENDING_FIRST -> "x.approvedUntil, x.id";
                    case ENDING_LAST -> "x.approvedUntil desc, x.id";
                };
    }

    private Stream<AccessGrant> at(Instant now, String condition, QueryConditions where) {
        return grants(where.and(condition, Map.of("now", now.toEpochMilli())), order(Order.NEWEST_FIRST));
    }

    private Stream<AccessGrant> grants(QueryConditions where, String order) {
        return where.rows(em, GrantEntity.class, GRANTS, order).stream().map(GrantEntity::grant);
    }

    private Optional<GrantEntity> stored(String id) {
        return Optional.ofNullable(em.find(GrantEntity.class, id)).filter(entity -> entity.isIn(realmId));
    }
}
