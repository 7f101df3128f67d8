/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Approval;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** A grant as stored. Only its ending changes. */
@Entity
@Table(name = "DATA_ACCESS_GRANT")
class GrantEntity {

    @Id
    @Column(name = "ID", nullable = false, updatable = false)
    private String id;

    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId;

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    @Embedded
    private AccessColumns access;

    @Column(name = "REQUEST_ID", nullable = false, updatable = false)
    private String requestId;

    @Nationalized
    @Column(name = "PURPOSE", nullable = false, updatable = false)
    private String purpose;

    /** What those who may see it depend on: see {@link ApprovalContext#contextKey}. */
    @Column(name = "CASE_KEY", nullable = false, updatable = false)
    private String contextKey;

    @Nationalized
    @Column(name = "CATEGORIES", nullable = false, updatable = false)
    private String categories;

    /** What else stands on its row, so that it is found by that: see {@link SearchedText}. */
    @Nationalized
    @Column(name = "SEARCHED", updatable = false)
    private @Nullable String searched;

    @Column(name = "APPROVED_AT", nullable = false, updatable = false)
    private long approvedAt;

    @Column(name = "APPROVED_UNTIL", nullable = false, updatable = false)
    private long approvedUntil;

    @Column(name = "ENDED_AT")
    private @Nullable Long endedAt;

    @Column(name = "ENDED_BY_ID")
    private @Nullable String endedById;

    @Nationalized
    @Column(name = "ENDED_BY_NAME")
    private @Nullable String endedByName;

    @Nationalized
    @Column(name = "ENDED_BY_FULL_NAME")
    private @Nullable String endedByFullName;

    @Nationalized
    @Column(name = "END_REASON")
    private @Nullable String endReason;

    @SuppressWarnings("NullAway.Init")
    protected GrantEntity() {}

    GrantEntity(String realmId, AccessGrant grant) {
        this.realmId = realmId;
        id = grant.id();
        access = new AccessColumns(grant.access());
        requestId = grant.approval().requestId();
        purpose = grant.approval().purpose();
        contextKey = grant.approvalContext().contextKey();
        searched = SearchedText.of(grant);
        categories = Json.write(grant.approval().categories());
        approvedAt = grant.term().from().toEpochMilli();
        approvedUntil = grant.term().until().toEpochMilli();
        follow(grant);
    }

    /** Takes over the ending of this grant. */
    final void follow(AccessGrant grant) {
        Optional<Ending> ending = grant.term().ending();
        endedAt = ending.map(end -> end.at().toEpochMilli()).orElse(null);
        endedById = ending.flatMap(Ending::by).map(UserRef::id).orElse(null);
        endedByName = ending.flatMap(Ending::by).map(UserRef::username).orElse(null);
        endedByFullName = ending.flatMap(Ending::by).flatMap(UserRef::name).orElse(null);
        endReason = ending.map(Ending::reason).orElse(null);
    }

    AccessGrant grant() {
        Optional<UserRef> by = Optional.ofNullable(endedById)
                .map(user -> new UserRef(user, orBlank(endedByName), Optional.ofNullable(endedByFullName)));
        Optional<Ending> ending =
                Optional.ofNullable(endedAt).map(at -> new Ending(Instant.ofEpochMilli(at), by, orBlank(endReason)));
        return new AccessGrant(
                id,
                access.access(),
                new Approval(requestId, purpose, List.of(Json.read(categories, DataCategory[].class))),
                new Term(Instant.ofEpochMilli(approvedAt), Instant.ofEpochMilli(approvedUntil), ending));
    }

    boolean isIn(String realm) {
        return realmId.equals(realm);
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
