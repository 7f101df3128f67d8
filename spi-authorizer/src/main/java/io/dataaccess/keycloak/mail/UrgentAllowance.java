/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Selection;
import io.dataaccess.keycloak.access.Target;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStore;
import io.dataaccess.keycloak.session.HourlyLimit;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * How often an hour one requester's urgency reaches approvers at once: three times. Further urgent requests are marked
 * urgent all the same, and their mails wait like any other's. It is told from the requests, taken back or not, so that
 * every node says the same and filing again gains nothing.
 */
final class UrgentAllowance {

    private static final int MOST = 3;
    private static final Comparator<AccessRequest> FILING = Comparator.comparing(
                    (AccessRequest request) -> request.course().times().createdAt())
            .thenComparing(AccessRequest::id);

    private final RequestStore requests;

    UrgentAllowance(RequestStore requests) {
        this.requests = requests;
    }

    /** Whether the request is urgent and among the first of its requester's hour. */
    boolean covers(AccessRequest request) {
        return isUrgent(request) && urgentBefore(request) < MOST;
    }

    private long urgentBefore(AccessRequest request) {
        Instant filed = request.course().times().createdAt();
        Selection hour = new Selection(
                Optional.of(request.ask().requester().id()),
                Target.ANY,
                Optional.of(filed.minus(HourlyLimit.HOUR).plusMillis(1)),
                Optional.of(filed.plusMillis(1)));
        When when = new When(Optional.empty(), filed);
        return requests.search(new RequestFilter(hour, when, Content.ANY, Order.OLDEST_FIRST))
                .filter(UrgentAllowance::isUrgent)
                .filter(other -> other.ask().requester().isSameAs(request.ask().requester()))
                .filter(other -> FILING.compare(other, request) < 0)
                .count();
    }

    private static boolean isUrgent(AccessRequest request) {
        return request.ask().wish().urgent();
    }
}
