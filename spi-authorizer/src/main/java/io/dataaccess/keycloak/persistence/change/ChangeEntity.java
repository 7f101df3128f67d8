/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.change;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.ChangeState;
import io.dataaccess.keycloak.change.ProposedConfiguration;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.persistence.VoteColumns;
import io.dataaccess.keycloak.persistence.configuration.StoredConfiguration;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelException;

/** A change request as stored. */
@Entity
@Table(name = "DATA_ACCESS_CHANGE")
public class ChangeEntity {

    @Id
    @Column(name = "ID", nullable = false, updatable = false)
    private String id = "";

    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId = "";

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    @Column(name = "PROPOSER_ID", nullable = false, updatable = false)
    private String proposerId = "";

    @Nationalized
    @Column(name = "PROPOSER_NAME", nullable = false, updatable = false)
    private String proposerName = "";

    @Nationalized
    @Column(name = "PROPOSER_FULL_NAME", updatable = false)
    private @Nullable String proposerFullName;

    @Nationalized
    @Column(name = "REASON", nullable = false, updatable = false)
    private String reason = "";

    @Column(name = "BASE_VERSION", nullable = false, updatable = false)
    private long baseVersion;

    @Nationalized
    @Column(name = "BASE_CONTENT", nullable = false, updatable = false)
    private String base = "";

    @Column(name = "BASE_HASH", nullable = false, updatable = false)
    private String baseHash = "";

    @Column(name = "BASE_REQUIRED", nullable = false, updatable = false)
    private boolean baseRequired;

    @Nationalized
    @Column(name = "CONTENT", nullable = false, updatable = false)
    private String content = "";

    @Column(name = "CONTENT_HASH", nullable = false, updatable = false)
    private String contentHash = "";

    @Column(name = "REQUIRED", nullable = false, updatable = false)
    private boolean required;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS", nullable = false)
    private RequestStatus status = RequestStatus.PENDING;

    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    private long createdAt;

    @Column(name = "EXPIRES_AT", nullable = false, updatable = false)
    private long expiresAt;

    @Column(name = "CLOSED_AT")
    private @Nullable Long closedAt;

    @ElementCollection
    @CollectionTable(name = "DATA_ACCESS_CHANGE_VOTE", joinColumns = @JoinColumn(name = "CHANGE_ID", nullable = false))
    @OrderColumn(name = "SEQ", nullable = false)
    private List<VoteColumns> votes = new ArrayList<>();

    protected ChangeEntity() {}

    ChangeEntity(String realmId, ChangeRequest change) {
        ProposedConfiguration proposed = change.proposed();
        this.id = change.id();
        this.realmId = realmId;
        this.proposerId = change.proposer().id();
        this.proposerName = change.proposer().username();
        this.proposerFullName = change.proposer().name().orElse(null);
        this.reason = change.reason();
        this.baseVersion = proposed.baseVersion();
        this.base = proposed.base().content();
        this.baseHash = proposed.base().hash();
        this.baseRequired = proposed.baseRequired();
        this.content = proposed.content().content();
        this.contentHash = proposed.content().hash();
        this.required = proposed.required();
        this.createdAt = change.state().createdAt().toEpochMilli();
        this.expiresAt = change.state().expiresAt().toEpochMilli();
        follow(change);
    }

    /** Takes over the state of this change request. */
    final void follow(ChangeRequest change) {
        ChangeState state = change.state();
        status = state.status();
        closedAt = state.closedAt().map(Instant::toEpochMilli).orElse(null);
        votes.clear();
        state.votes().stream().map(VoteColumns::new).forEach(votes::add);
    }

    ChangeRequest change() {
        ChangeState state = new ChangeState(
                status,
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(expiresAt),
                Optional.ofNullable(closedAt).map(Instant::ofEpochMilli),
                votes.stream().map(VoteColumns::vote).toList());
        return new ChangeRequest(
                id,
                new UserRef(proposerId, proposerName, Optional.ofNullable(proposerFullName)),
                reason,
                new ProposedConfiguration(
                        baseVersion,
                        configuration(base, baseHash),
                        baseRequired,
                        configuration(content, contentHash),
                        required),
                state);
    }

    /** People decide about what was proposed and nothing else: a content that was edited since is nobody's proposal. */
    private Configuration configuration(String text, String hash) {
        return new StoredConfiguration(1, text, hash, required, Instant.ofEpochMilli(createdAt), Optional.empty())
                .approved()
                .orElseThrow(() -> new ModelException("The change request " + id + " is not what was proposed"))
                .configuration();
    }

    boolean isIn(String realm) {
        return realmId.equals(realm);
    }
}
