/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.PageRange;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one way to run a query: what fails, fails with an exception of Keycloak's, so that a lock that is not given or a
 * database that is away is never an internal error. ArchUnit keeps the others from running queries.
 *
 * @param <T> what a row is
 */
public final class QueryStatement<T> {

    private static final int LONGEST_WAIT_MILLIS = 10_000;

    private final TypedQuery<T> query;

    private QueryStatement(TypedQuery<T> query) {
        this.query = query;
    }

    public static <T> QueryStatement<T> reading(EntityManager em, Class<T> type, String jpql) {
        return new QueryStatement<>(em.createQuery(jpql, type));
    }

    /** Changes rows without reading them, and tells how many. */
    public static int change(EntityManager em, String jpql, Map<String, ?> values) {
        Query query = em.createQuery(jpql);
        values.forEach(query::setParameter);
        return DatabaseResult.of(query::executeUpdate);
    }

    public QueryStatement<T> with(String name, Object value) {
        query.setParameter(name, value);
        return this;
    }

    public QueryStatement<T> with(Map<String, ?> values) {
        values.forEach(query::setParameter);
        return this;
    }

    public QueryStatement<T> page(PageRange page) {
        query.setFirstResult(page.first()).setMaxResults(page.max());
        return this;
    }

    public List<T> rows() {
        return DatabaseResult.of(query::getResultList);
    }

    /** The rows, locked against changes by others until the transaction ends; it fails when others keep them too long. */
    public List<T> lockedRows() {
        query.setLockMode(LockModeType.PESSIMISTIC_WRITE);
        query.setHint("jakarta.persistence.lock.timeout", LONGEST_WAIT_MILLIS);
        return rows();
    }

    public Optional<T> first() {
        return rows().stream().findFirst();
    }

    /** The one row of a query that always has one. */
    T only() {
        return DatabaseResult.of(query::getSingleResult);
    }
}
