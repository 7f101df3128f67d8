/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.access.Selection;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.web.Query;
import java.time.Instant;
import java.util.Optional;

/** Reads from a query which requests are asked for. */
record RequestSearch(Query query, Instant now) {

    /** Empty when nothing can match. */
    Optional<RequestFilter> filter(Lookup lookup) {
        When when = new When(query.choice("status", RequestStatus.class), now);
        Content content =
                new Content(query.choice("sensitivity", Sensitivity.class), query.text("bundle"), query.text("search"));
        Order order = order();
        Optional<Selection> selection = lookup.selection(query);
        return selection.map(found -> new RequestFilter(found, when, content, order));
    }

    private Order order() {
        return switch (query.oneOf("sort", "-createdAt", "createdAt", "-expiresAt", "expiresAt")) {
            case "createdAt" -> Order.OLDEST_FIRST;
            case "expiresAt" -> Order.EXPIRING_FIRST;
            case "-expiresAt" -> Order.EXPIRING_LAST;
            default -> Order.NEWEST_FIRST;
        };
    }
}
