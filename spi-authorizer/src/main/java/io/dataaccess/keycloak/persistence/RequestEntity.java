/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.Matter;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.AccessRequest.Course;
import io.dataaccess.keycloak.request.Ask;
import io.dataaccess.keycloak.request.Bundle;
import io.dataaccess.keycloak.request.Clockwork;
import io.dataaccess.keycloak.request.Frozen;
import io.dataaccess.keycloak.request.Reason;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.Wish;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** An access request as stored. Only its course changes. */
@Entity
@Table(name = "DATA_ACCESS_REQUEST")
class RequestEntity implements OfCase {

    @Id
    @Column(name = "ID", nullable = false, updatable = false)
    private String id;

    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId;

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    /** Unique: see {@link PendingKey}. */
    @Column(name = "PENDING_KEY", nullable = false)
    private String pendingKey;

    @Embedded
    private AccessColumns access;

    @Column(name = "REQUESTER_ID", nullable = false, updatable = false)
    private String requesterId;

    @Nationalized
    @Column(name = "REQUESTER_NAME", nullable = false, updatable = false)
    private String requesterName;

    @Nationalized
    @Column(name = "REQUESTER_FULL_NAME", updatable = false)
    private @Nullable String requesterFullName;

    @Nationalized
    @Column(name = "PURPOSE", nullable = false, updatable = false)
    private String purpose;

    @Nationalized
    @Column(name = "JUSTIFICATION", nullable = false, updatable = false)
    private String justification;

    @Nationalized
    @Column(name = "TICKET", updatable = false)
    private @Nullable String ticket;

    @Column(name = "DURATION_SECONDS", nullable = false, updatable = false)
    private long duration;

    @Column(name = "URGENT", nullable = false, updatable = false)
    private boolean urgent;

    @Column(name = "BUNDLE", nullable = false, updatable = false)
    private String bundle;

    /** What makes it one row with others: see {@link Bundle}. */
    @Column(name = "BUNDLE_KEY", nullable = false, updatable = false)
    private String bundleKey;

    /** What those who may see it depend on: see {@link Matter#caseKey}. */
    @Column(name = "CASE_KEY", nullable = false, updatable = false)
    private String caseKey;

    /** What else stands on its row, so that it is found by that: see {@link SearchedText}. */
    @Nationalized
    @Column(name = "SEARCHED", updatable = false)
    private @Nullable String searched;

    @Nationalized
    @Column(name = "FROZEN", nullable = false, updatable = false)
    private String frozen;

    /** The highest of the frozen categories, to search by. */
    @Enumerated(EnumType.STRING)
    @Column(name = "SENSITIVITY", nullable = false, updatable = false)
    private Sensitivity sensitivity;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS", nullable = false)
    private RequestStatus status;

    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    private long createdAt;

    @Column(name = "EXPIRES_AT", nullable = false, updatable = false)
    private long expiresAt;

    @Column(name = "CLOSED_AT")
    private @Nullable Long closedAt;

    @Column(name = "REMINDED_AT")
    private @Nullable Long remindedAt;

    @ElementCollection
    @CollectionTable(name = "DATA_ACCESS_VOTE", joinColumns = @JoinColumn(name = "REQUEST_ID", nullable = false))
    @OrderColumn(name = "SEQ", nullable = false)
    private List<VoteColumns> votes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected RequestEntity() {}

    RequestEntity(String realmId, AccessRequest request) {
        Ask ask = request.ask();
        this.realmId = realmId;
        id = request.id();
        access = new AccessColumns(ask.access());
        requesterId = ask.requester().id();
        requesterName = ask.requester().username();
        requesterFullName = ask.requester().name().orElse(null);
        purpose = ask.reason().purpose();
        justification = ask.reason().justification();
        ticket = ask.reason().ticket().orElse(null);
        duration = ask.wish().duration().toSeconds();
        urgent = ask.wish().urgent();
        bundle = ask.wish().bundle();
        bundleKey = Bundle.keyOf(ask);
        caseKey = request.matter().caseKey();
        searched = SearchedText.of(request);
        frozen = Json.write(request.frozen());
        sensitivity = request.frozen().sensitivity();
        createdAt = request.course().times().createdAt().toEpochMilli();
        expiresAt = request.course().times().expiresAt().toEpochMilli();
        pendingKey = PendingKey.of(realmId, request);
        status = request.course().status();
        follow(request);
    }

    /** Takes over the course of this request. */
    final void follow(AccessRequest request) {
        Course course = request.course();
        status = course.status();
        pendingKey = PendingKey.of(realmId, request);
        closedAt = course.times().closedAt().map(Instant::toEpochMilli).orElse(null);
        remindedAt = course.times().remindedAt().map(Instant::toEpochMilli).orElse(null);
        votes.clear();
        course.votes().stream().map(VoteColumns::new).forEach(votes::add);
    }

    AccessRequest request() {
        Ask ask = new Ask(
                new UserRef(requesterId, requesterName, Optional.ofNullable(requesterFullName)),
                access.access(),
                new Reason(purpose, justification, Optional.ofNullable(ticket)),
                new Wish(Duration.ofSeconds(duration), urgent, bundle));
        Clockwork times = new Clockwork(
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(expiresAt),
                Optional.ofNullable(closedAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(remindedAt).map(Instant::ofEpochMilli));
        Course course =
                new Course(status, times, votes.stream().map(VoteColumns::vote).toList());
        return new AccessRequest(id, ask, Json.read(frozen, Frozen.class), course);
    }

    String bundleKey() {
        return bundleKey;
    }

    @Override
    public String caseKey() {
        return caseKey;
    }

    @Override
    public Matter matter() {
        return Json.read(frozen, Frozen.class).matter(access.access(), purpose);
    }

    boolean isIn(String realm) {
        return realmId.equals(realm);
    }

    boolean isKeptAs(String key) {
        return pendingKey.equals(key);
    }
}
