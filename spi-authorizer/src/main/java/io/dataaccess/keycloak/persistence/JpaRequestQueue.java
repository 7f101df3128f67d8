/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Bundle;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.Visibility;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/**
 * Requests of one realm in the database, page by page. A page is found by its keys first: to fetch votes along with it
 * would make Hibernate read everything and cut the page in memory.
 */
final class JpaRequestQueue implements RequestQueue {

    private static final String WITH_VOTES = "select x from RequestEntity x left join fetch x.votes";

    private final EntityManager em;
    private final String realmId;

    public JpaRequestQueue(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    @Override
    public ContextIndex index(RequestFilter filter) {
        return new JpaContextIndex<>(em, RequestEntity.class, () -> RequestConditions.of(realmId, filter));
    }

    @Override
    public List<AccessRequest> page(RequestFilter filter, Visibility visibility, PageRange page) {
        QueryConditions where = RequestConditions.of(realmId, filter, visibility);
        List<String> ids = where.rows(em, String.class, "select x.id from RequestEntity x", order(filter, where), page);
        if (ids.isEmpty()) {
            return List.of();
        }
        QueryConditions onPage = new QueryConditions(realmId).and("x.id in (:ids)", Map.of("ids", ids));
        return requests(onPage, filter).stream().map(RequestEntity::request).toList();
    }

    @Override
    public long count(RequestFilter filter, Visibility visibility) {
        return RequestConditions.of(realmId, filter, visibility).count(em, "select count(x) from RequestEntity x");
    }

    @Override
    public List<Bundle> bundles(RequestFilter filter, Visibility visibility, PageRange page) {
        String order = " group by x.bundleKey order by " + orderOfBundles(filter.order()) + ", x.bundleKey";
        List<String> keys = RequestConditions.of(realmId, filter, visibility)
                .rows(em, String.class, "select x.bundleKey from RequestEntity x", order, page);
        if (keys.isEmpty()) {
            return List.of();
        }
        QueryConditions onPage =
                RequestConditions.of(realmId, filter, visibility).and("x.bundleKey in (:keys)", Map.of("keys", keys));
        Map<String, List<AccessRequest>> requests = requests(onPage, filter).stream()
                .collect(groupingBy(RequestEntity::bundleKey, mapping(RequestEntity::request, toList())));
        return keys.stream()
                .map(key -> new Bundle(key, requests.getOrDefault(key, List.of())))
                .toList();
    }

    @Override
    public long countBundles(RequestFilter filter, Visibility visibility) {
        return RequestConditions.of(realmId, filter, visibility)
                .count(em, "select count(distinct x.bundleKey) from RequestEntity x");
    }

    @Override
    public RecordedNames recordedNames() {
        return new QueryConditions(realmId).recordedNames(em, "RequestEntity");
    }

    private List<RequestEntity> requests(QueryConditions where, RequestFilter filter) {
        return where.rows(em, RequestEntity.class, WITH_VOTES, order(filter, where));
    }

    static String order(RequestFilter filter, QueryConditions where) {
        return " order by "
                + switch (filter.order()) {
                    case OLDEST_FIRST -> "x.createdAt, x.id";
                    case NEWEST_FIRST -> "x.createdAt desc, x.id";
                    case EXPIRING_FIRST -> "x.expiresAt, x.id";
                    case EXPIRING_LAST -> "x.expiresAt desc, x.id";
                    case URGENT_FIRST -> "x.urgent desc, x.expiresAt, x.id";
                    case PENDING_FIRST -> {
                        where.given(Map.of(
                                "waiting",
                                RequestStatus.PENDING,
                                "over",
                                filter.when().now().toEpochMilli()));
                        yield "case when x.status = :waiting and x.expiresAt > :over then 0 else 1 end, x.createdAt desc, x.id";
                    }
                };
    }

    private static String orderOfBundles(Order order) {
        return switch (order) {
            case OLDEST_FIRST -> "min(x.createdAt)";
            case NEWEST_FIRST, PENDING_FIRST -> "max(x.createdAt) desc";
            case EXPIRING_FIRST -> "min(x.expiresAt)";
            case EXPIRING_LAST -> "min(x.expiresAt) desc";
            case URGENT_FIRST -> "max(case when x.urgent = true then 1 else 0 end) desc, min(x.expiresAt)";
        };
    }
}
