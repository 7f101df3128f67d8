/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.grant.GrantFilter.Order;
import io.dataaccess.keycloak.grant.GrantFilter.When;
import io.dataaccess.keycloak.web.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads from a query which grants are asked for. */
record GrantQuery(Query query, Instant now) {

    static final String SEARCHED =
            "In names, categories and their labels, client id, scope, purpose; also names of clients,"
                    + " and purposes by their names in the caller's language"
                    + Query.SEARCHED_NEWEST;

    private static final List<String> FILTERS =
            List.of("active", "subject", "clientId", "scope", "search", "endingBefore", "dateFrom", "dateTo");

    /** What a list takes, and its count as well: whoever counts asks as for the list. */
    static final List<String> LISTED = Stream.of(FILTERS, List.of("sort"), Query.PAGE)
            .flatMap(List::stream)
            .toList();

    /**
     * Empty when nothing can match.
     *
     * @param named what else a text that is searched for stands for
     */
    Optional<GrantFilter> filter(ReferenceLookup lookup, Function<String, TextSearch> named) {
        When when = new When(query.flag("active"), query.from("endingBefore"), now);
        Optional<TextSearch> search = query.text("search").map(named);
        Order order = order();
        Optional<RecordFilter> selection = lookup.selection(query);
        return selection.map(found -> new GrantFilter(found, when, search, order));
    }

    private Order order() {
        return switch (query.oneOf("sort", "-approvedAt", "approvedAt", "approvedUntil", "-approvedUntil")) {
            case "approvedAt" -> Order.OLDEST_FIRST;
            case "approvedUntil" -> Order.ENDING_FIRST;
            case "-approvedUntil" -> Order.ENDING_LAST;
            default -> Order.NEWEST_FIRST;
        };
    }
}
