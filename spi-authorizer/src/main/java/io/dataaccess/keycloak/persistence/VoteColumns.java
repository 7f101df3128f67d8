/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteEvidence;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.policy.Login;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** A vote as stored; it belongs to its request or change request and has no life of its own. */
@Embeddable
public class VoteColumns {

    @Column(name = "APPROVER_ID", nullable = false)
    private String approverId;

    @Nationalized
    @Column(name = "APPROVER_NAME", nullable = false)
    private String approverName;

    @Nationalized
    @Column(name = "APPROVER_FULL_NAME")
    private @Nullable String approverFullName;

    @Enumerated(EnumType.STRING)
    @Column(name = "CHOICE", nullable = false)
    private VoteDecision decision;

    /** Null stands for blank: Oracle knows no empty text. */
    @Nationalized
    @Column(name = "VOTE_COMMENT")
    private @Nullable String comment;

    @Column(name = "DURATION_SECONDS")
    private @Nullable Long duration;

    @Column(name = "VOTED_AT", nullable = false)
    private long votedAt;

    @Column(name = "LOGIN_AT", nullable = false)
    private long loginAt;

    /** The level of authentication, a number; null when unknown. */
    @Nationalized
    @Column(name = "LOGIN_ACR")
    private @Nullable String acr;

    @Nationalized
    @Column(name = "ATTRIBUTES", nullable = false)
    private String attributes;

    @Column(name = "GROUP_ID")
    private @Nullable String groupId;

    @Nationalized
    @Column(name = "GROUP_PATH")
    private @Nullable String groupPath;

    @SuppressWarnings("NullAway.Init")
    protected VoteColumns() {}

    public VoteColumns(Vote vote) {
        VoteEvidence evidence = vote.evidence();
        approverId = vote.approver().id();
        approverName = vote.approver().username();
        approverFullName = vote.approver().name().orElse(null);
        decision = vote.input().decision();
        comment = vote.input().comment();
        duration = vote.input().duration().map(Duration::toSeconds).orElse(null);
        votedAt = evidence.votedAt().toEpochMilli();
        loginAt = evidence.login().at().toEpochMilli();
        OptionalInt level = evidence.login().highest();
        acr = level.isPresent() ? String.valueOf(level.getAsInt()) : null;
        attributes = Json.write(evidence.attributes());
        groupId = vote.countedFor().map(GroupRef::id).orElse(null);
        groupPath = vote.countedFor().map(GroupRef::path).orElse(null);
    }

    public Vote vote() {
        Login login = Login.of(Instant.ofEpochMilli(loginAt), level(orBlank(acr)));
        return new Vote(
                new UserRef(approverId, approverName, Optional.ofNullable(approverFullName)),
                new VoteInput(
                        decision,
                        orBlank(comment),
                        Optional.ofNullable(duration).map(Duration::ofSeconds)),
                new VoteEvidence(Instant.ofEpochMilli(votedAt), login, Json.read(attributes, Attributes.class)),
                Optional.ofNullable(groupId).map(id -> new GroupRef(id, orBlank(groupPath))));
    }

    /** Names of levels, which older versions kept, mean nothing once the realm's map changes: they count as none. */
    private static OptionalInt level(String acr) {
        return acr.matches("-?[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(acr)) : OptionalInt.empty();
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
