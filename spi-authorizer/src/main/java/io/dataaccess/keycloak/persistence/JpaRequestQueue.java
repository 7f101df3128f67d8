/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.persistence.ContextEntity.Kind;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Bundle;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.Visibility;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Requests of one realm in the database, page by page. A page is found by its keys first: to fetch votes along with it
 * would make Hibernate read everything and cut the page in memory.
 */
final class JpaRequestQueue implements RequestQueue {

    private static final String WITH_VOTES = "select x from RequestEntity x left join fetch x.votes";
    private static final String IDS = "select x.id from RequestEntity x";
    /** A row seldom has more requests: so many are read for each at first. */
    private static final int REQUESTS_OF_ROW = 4;

    private final EntityManager em;
    private final String realmId;

    public JpaRequestQueue(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    @Override
    public ContextIndex index(RequestFilter filter) {
        return new ContextEntity.Index(em, realmId, Kind.REQUEST, () -> RequestConditions.of(realmId, filter));
    }

    @Override
    public List<AccessRequest> page(RequestFilter filter, Visibility visibility, PageRange page) {
        List<String> ids = filter.order() == Order.PENDING_FIRST
                ? pendingFirst(filter, visibility, page)
                : ids(where(filter, visibility), filter, page);
        if (ids.isEmpty()) {
            return List.of();
        }
        QueryConditions onPage = new QueryConditions(realmId).and("x.id in (:ids)", Map.of("ids", ids));
        return requests(onPage, "").stream()
                .sorted(comparing(entity -> ids.indexOf(entity.id())))
                .map(RequestEntity::request)
                .toList();
    }

    private List<String> ids(QueryConditions where, RequestFilter filter, PageRange page) {
        return where.rows(em, String.class, IDS, order(filter, where), page);
    }

    /** As two lists, one after the other, each in the order of an index: in one, all that matches would be read and sorted. */
    private List<String> pendingFirst(RequestFilter filter, Visibility visibility, PageRange page) {
        RequestFilter newest =
                new RequestFilter(filter.selection(), filter.when(), filter.content(), Order.NEWEST_FIRST);
        QueryConditions pending = RequestConditions.pending(where(newest, visibility), filter.when(), true);
        List<String> ids = new ArrayList<>(ids(pending, newest, page));
        if (ids.size() < page.max()) {
            int before = (int) pending.count(em, "select count(x) from RequestEntity x");
            PageRange rest = new PageRange(Math.max(0, page.first() - before), page.max() - ids.size());
            ids.addAll(ids(RequestConditions.pending(where(newest, visibility), filter.when(), false), newest, rest));
        }
        return ids;
    }

    @Override
    public long count(RequestFilter filter, Visibility visibility) {
        return where(filter, visibility).countToMost(em, "count(y.one)", "select x.id as one from RequestEntity x");
    }

    @Override
    public List<Bundle> bundles(RequestFilter filter, Visibility visibility, PageRange page) {
        QueryConditions where = where(filter, visibility);
        String order = order(filter, where);
        List<String> keys = keys(where, order, page);
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, List<AccessRequest>> requests =
                requests(where.and("x.bundleKey in (:keys)", Map.of("keys", keys)), order).stream()
                        .collect(groupingBy(RequestEntity::bundleKey, mapping(RequestEntity::request, toList())));
        return keys.stream()
                .map(key -> new Bundle(key, requests.getOrDefault(key, List.of())))
                .toList();
    }

    /** Each row stands where its first request does: requests are read in their order until there are rows enough. */
    private List<String> keys(QueryConditions where, String order, PageRange page) {
        int wanted = page.first() + page.max();
        int read = wanted * REQUESTS_OF_ROW;
        while (true) {
            List<String> found = where.rows(
                    em, String.class, "select x.bundleKey from RequestEntity x", order, new PageRange(0, read));
            List<String> keys = found.stream()
                    .distinct()
                    .skip(page.first())
                    .limit(page.max())
                    .toList();
            if (keys.size() == page.max() || found.size() < read) {
                return keys;
            }
            read *= REQUESTS_OF_ROW;
        }
    }

    @Override
    public long countBundles(RequestFilter filter, Visibility visibility) {
        return where(filter, visibility)
                .countToMost(em, "count(distinct y.one)", "select x.bundleKey as one from RequestEntity x");
    }

    @Override
    public RecordedNames recordedNames() {
        return ContextEntity.recordedNames(em, realmId, Kind.REQUEST);
    }

    private QueryConditions where(RequestFilter filter, Visibility visibility) {
        return RequestConditions.of(realmId, filter, visibility)
                .searchNewest(
                        em,
                        "RequestEntity",
                        "createdAt",
                        RequestConditions.SEARCHED,
                        filter.content().search());
    }

    private List<RequestEntity> requests(QueryConditions where, String order) {
        return where.rows(em, RequestEntity.class, WITH_VOTES, order);
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
}
