/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.web.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads from a query which requests are asked for.
 *
 * @param decidable whether those that the caller may decide are meant, or the others
 */
record RequestQuery(Query query, Optional<Boolean> decidable, Instant now) {

    static final String SEARCHED =
            "In names, attributes, categories and their labels, client id, scope, purpose, ticket;"
                    + " also names of clients, and purposes and countries by their names in the caller's language"
                    + Query.SEARCHED_NEWEST;

    private static final List<String> FILTERS = List.of(
            "status",
            "decidable",
            "subject",
            "clientId",
            "scope",
            "sensitivity",
            "bundle",
            "search",
            "dateFrom",
            "dateTo");

    /** What a list takes, and its count as well: whoever counts asks as for the list. */
    static final List<String> LISTED = Stream.of(FILTERS, List.of("sort"), Query.PAGE)
            .flatMap(List::stream)
            .toList();

    private static final String NEWEST_FIRST = "-createdAt";
    private static final String URGENT_FIRST = "urgency";

    static RequestQuery of(Query query, Instant now) {
        return new RequestQuery(query, query.flag("decidable"), now);
    }

    /**
     * Empty when nothing can match.
     *
     * @param named what else a text that is searched for stands for
     */
    Optional<RequestFilter> filter(ReferenceLookup lookup, Function<String, TextSearch> named) {
        return filter(lookup, named, NEWEST_FIRST);
    }

    /** The filter of bundles, which are sorted by urgency when nothing else is asked; empty when nothing can match. */
    Optional<RequestFilter> filterOfBundles(ReferenceLookup lookup, Function<String, TextSearch> named) {
        return filter(lookup, named, URGENT_FIRST);
    }

    private Optional<RequestFilter> filter(
            ReferenceLookup lookup, Function<String, TextSearch> named, String usualOrder) {
        When when = new When(query.choice("status", RequestStatus.class), now);
        Content content = new Content(
                query.choice("sensitivity", Sensitivity.class),
                query.text("bundle"),
                query.text("search").map(named));
        Order order = order(usualOrder);
        Optional<RecordFilter> selection = lookup.selection(query);
        return selection.map(found -> new RequestFilter(found, when, content, order));
    }

    private Order order(String usual) {
        return switch (query.oneOf("sort", usual, NEWEST_FIRST, "createdAt", "-expiresAt", "expiresAt", URGENT_FIRST)) {
            case "createdAt" -> Order.OLDEST_FIRST;
            case "expiresAt" -> Order.EXPIRING_FIRST;
            case "-expiresAt" -> Order.EXPIRING_LAST;
            case URGENT_FIRST -> Order.URGENT_FIRST;
            default -> Order.NEWEST_FIRST;
        };
    }
}
