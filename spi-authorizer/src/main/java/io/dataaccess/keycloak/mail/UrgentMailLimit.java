/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.notify.HourlyMailLimit;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * How often an hour one requester's urgency reaches approvers at once: three times. Further urgent requests are marked
 * urgent all the same, and their mails wait like any other's. It is told from the requests, taken back or not, so that
 * every node says the same and filing again gains nothing.
 */
final class UrgentMailLimit {

    private static final int MOST = 3;
    private static final Comparator<AccessRequest> FILING = Comparator.comparing(
                    (AccessRequest request) -> request.state().createdAt())
            .thenComparing(AccessRequest::id);

    private final RequestStore requests;

    UrgentMailLimit(RequestStore requests) {
        this.requests = requests;
    }

    /** Whether the request is urgent and among the first of its requester's hour. */
    boolean covers(AccessRequest request) {
        return isUrgent(request) && urgentBefore(request) < MOST;
    }

    private long urgentBefore(AccessRequest request) {
        Instant filed = request.state().createdAt();
        RecordFilter hour = new RecordFilter(
                Optional.of(request.content().requester().id()),
                AccessFilter.ANY,
                Optional.of(filed.minus(HourlyMailLimit.HOUR).plusMillis(1)),
                Optional.of(filed.plusMillis(1)));
        When when = new When(Optional.empty(), filed);
        return requests.search(new RequestFilter(hour, when, Content.ANY, Order.OLDEST_FIRST))
                .filter(UrgentMailLimit::isUrgent)
                .filter(other ->
                        other.content().requester().isSameAs(request.content().requester()))
                .filter(other -> FILING.compare(other, request) < 0)
                .count();
    }

    private static boolean isUrgent(AccessRequest request) {
        return request.content().urgent();
    }
}
