/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Bundle;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestContent;
import io.dataaccess.keycloak.request.RequestReason;
import io.dataaccess.keycloak.request.RequestSnapshot;
import io.dataaccess.keycloak.request.RequestState;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.visibility.ApprovalContext;
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

/** An access request as stored. Only its state changes. */
@Entity
@Table(name = "DATA_ACCESS_REQUEST")
class RequestEntity {

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

    /** The id of the client whose token filed it. */
    @Column(name = "FILED_THROUGH", updatable = false)
    private @Nullable String application;

    /** What makes it one row with others: see {@link Bundle}. */
    @Column(name = "BUNDLE_KEY", nullable = false, updatable = false)
    private String bundleKey;

    /** What those who may see it depend on: see {@link ApprovalContext#contextKey}. */
    @Column(name = "CASE_KEY", nullable = false, updatable = false)
    private String contextKey;

    /** What else stands on its row, so that it is found by that: see {@link SearchedText}. */
    @Nationalized
    @Column(name = "SEARCHED", updatable = false)
    private @Nullable String searched;

    @Nationalized
    @Column(name = "FROZEN", nullable = false, updatable = false)
    private String snapshot;

    /** The highest of the categories, to search by. */
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

    @Enumerated(EnumType.STRING)
    @Column(name = "CANCELLATION")
    private @Nullable Cancellation cancellation;

    @Column(name = "REMINDED_AT")
    private @Nullable Long remindedAt;

    @ElementCollection
    @CollectionTable(name = "DATA_ACCESS_VOTE", joinColumns = @JoinColumn(name = "REQUEST_ID", nullable = false))
    @OrderColumn(name = "SEQ", nullable = false)
    private List<VoteColumns> votes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected RequestEntity() {}

    RequestEntity(String realmId, AccessRequest request) {
        RequestContent content = request.content();
        this.realmId = realmId;
        id = request.id();
        access = new AccessColumns(content.access());
        requesterId = content.requester().id();
        requesterName = content.requester().username();
        requesterFullName = content.requester().name().orElse(null);
        purpose = content.reason().purpose();
        justification = content.reason().justification();
        ticket = content.reason().ticket().orElse(null);
        duration = content.duration().toSeconds();
        urgent = content.urgent();
        bundle = content.bundle();
        application = content.application().orElse(null);
        bundleKey = Bundle.keyOf(content);
        contextKey = request.approvalContext().contextKey();
        searched = SearchedText.of(request);
        snapshot = Json.write(request.snapshot());
        sensitivity = request.snapshot().sensitivity();
        createdAt = request.state().createdAt().toEpochMilli();
        expiresAt = request.state().expiresAt().toEpochMilli();
        pendingKey = PendingKey.of(realmId, request);
        status = request.state().status();
        follow(request);
    }

    /** Takes over the state of this request. */
    final void follow(AccessRequest request) {
        RequestState state = request.state();
        status = state.status();
        pendingKey = PendingKey.of(realmId, request);
        closedAt = state.closedAt().map(Instant::toEpochMilli).orElse(null);
        cancellation = state.cancellation().orElse(null);
        remindedAt = state.remindedAt().map(Instant::toEpochMilli).orElse(null);
        votes.clear();
        state.votes().stream().map(VoteColumns::new).forEach(votes::add);
    }

    AccessRequest request() {
        RequestContent content = new RequestContent(
                new UserRef(requesterId, requesterName, Optional.ofNullable(requesterFullName)),
                access.access(),
                new RequestReason(purpose, justification, Optional.ofNullable(ticket)),
                Duration.ofSeconds(duration),
                urgent,
                bundle,
                Optional.ofNullable(application));
        RequestState state = new RequestState(
                status,
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(expiresAt),
                Optional.ofNullable(closedAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(cancellation),
                Optional.ofNullable(remindedAt).map(Instant::ofEpochMilli),
                votes.stream().map(VoteColumns::vote).toList());
        return new AccessRequest(id, content, Json.read(snapshot, RequestSnapshot.class), state);
    }

    String id() {
        return id;
    }

    String bundleKey() {
        return bundleKey;
    }

    boolean isIn(String realm) {
        return realmId.equals(realm);
    }

    boolean isKeptAs(String key) {
        return pendingKey.equals(key);
    }
}
