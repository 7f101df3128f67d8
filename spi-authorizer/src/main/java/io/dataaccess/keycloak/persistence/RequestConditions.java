/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.visibility.Visibility;
import io.dataaccess.keycloak.visibility.Visibility.Decidable;
import io.dataaccess.keycloak.visibility.Visibility.Own;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Filters and sights as conditions on a {@link RequestEntity}. */
final class RequestConditions {

    /** What is searched, as a condition of its own: lists limit it to the newest. */
    static final List<String> SEARCHED = List.of(
            "x.access.subjectName",
            "x.requesterName",
            "x.access.clientName",
            "x.access.scopeName",
            "x.purpose",
            "x.ticket",
            "x.searched");

    private static final String VOTABLE = "x.status = :open and x.expiresAt > :asOf and x.requesterId <> :approver"
            + " and x.access.subjectId <> :approver and not exists (select 1 from RequestEntity r join r.votes v"
            + " where r.id = x.id and v.approverId = :approver and v.decision = :approve)";

    private static final String PARTY = "(x.requesterId = :owner or x.access.subjectId = :owner";
    /** Only for service accounts somebody else asks: see {@code Ask.isForService}. */
    private static final String FOR_SERVICES =
            " or (x.requesterId <> x.access.subjectId and x.status = :unsettled and x.expiresAt > :ownedAt)";

    private RequestConditions() {}

    static QueryConditions of(String realmId, RequestFilter filter) {
        QueryConditions where = new QueryConditions(realmId)
                .selection(filter.selection(), "createdAt", "(x.requesterId = :party or x.access.subjectId = :party)")
                .and(
                        "x.sensitivity = :sensitivity",
                        "sensitivity",
                        filter.content().sensitivity())
                .and("x.bundle = :bundle", "bundle", filter.content().bundle());
        filter.when().status().ifPresent(status -> restrict(where, status, filter.when()));
        return where;
    }

    static QueryConditions of(String realmId, RequestFilter filter, Visibility visibility) {
        QueryConditions where = of(realmId, filter);
        visibility.seen().ifPresent(contexts -> where.and(where.isAmong(contexts), Map.of()));
        visibility
                .decidable()
                .ifPresent(decidable -> restrict(where, decidable, filter.when().now()));
        visibility.own().ifPresent(own -> restrict(where, own, filter.when().now()));
        return where;
    }

    /** Status as of a time: a pending request whose time is over is expired. */
    private static void restrict(QueryConditions where, RequestStatus status, When when) {
        Long now = when.now().toEpochMilli();
        switch (status) {
            case PENDING ->
                where.and("x.status = :status and x.expiresAt > :now", Map.of("status", status, "now", now));
            case EXPIRED ->
                where.and(
                        "(x.status = :status or x.status = :pending and x.expiresAt <= :now)",
                        Map.of("status", status, "pending", RequestStatus.PENDING, "now", now));
            case APPROVED, DENIED, CANCELLED -> where.and("x.status = :status", Map.of("status", status));
        }
    }

    /** Those that wait, or the others. */
    static QueryConditions pending(QueryConditions where, When when, boolean wanted) {
        return where.and(
                (wanted ? "" : "not ") + "(x.status = :waiting and x.expiresAt > :over)",
                Map.of("waiting", RequestStatus.PENDING, "over", when.now().toEpochMilli()));
    }

    private static void restrict(QueryConditions where, Decidable decidable, Instant now) {
        String condition = "(" + VOTABLE + " and " + where.isAmong(decidable.decidable()) + ")";
        where.and(
                decidable.wanted() ? condition : "not " + condition,
                Map.of(
                        "open",
                        RequestStatus.PENDING,
                        "asOf",
                        now.toEpochMilli(),
                        "approver",
                        decidable.approver().id(),
                        "approve",
                        VoteDecision.APPROVE));
    }

    private static void restrict(QueryConditions where, Own own, Instant now) {
        where.and(PARTY + (own.services() ? FOR_SERVICES : "") + ")", Map.of("owner", own.userId()));
        if (own.services()) {
            where.given(Map.of("unsettled", RequestStatus.PENDING, "ownedAt", now.toEpochMilli()));
        }
    }
}
