/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteEvidence;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Approval;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.policy.Login;
import io.dataaccess.keycloak.policy.PolicyVersion;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestContent;
import io.dataaccess.keycloak.request.RequestReason;
import io.dataaccess.keycloak.request.RequestSnapshot;
import io.dataaccess.keycloak.request.RequestState;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** Named records to store. */
final class TestRecords {

    static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123Z");
    static final UserRef LIN =
            new UserRef("f:8d0c3a52-6f6f-4b42-9d6e-0f8f6f3d1a11:lin", "lin", Optional.of("Lin Zhou \u6797"));
    static final UserRef MARIA = new UserRef("maria-id", "maria", Optional.of("Maria Souza"));
    static final UserRef AVERY = new UserRef("avery-id", "avery", Optional.of("Avery Reed"));
    static final UserRef BLAKE = new UserRef("blake-id", "blake");
    static final GroupRef US_SECURITY = new GroupRef("us-security-id", "/us-security");
    static final Access LIN_US_CONTACT = access(LIN);

    private static final List<DataCategory> CATEGORIES = List.of(
            new DataCategory("us.user.contact", new ProtectionLevel("US", Sensitivity.CONFIDENTIAL), "Contact details"),
            new DataCategory(
                    "us.user.location",
                    new ProtectionLevel("US", Sensitivity.RESTRICTED),
                    "Where \"they\" are \uD83D\uDCCD"));

    private TestRecords() {}

    static Access access(UserRef subject) {
        return new Access(subject, new ClientRef("client-id", "sample-app"), new ScopeRef("scope-id", "us-contact"));
    }

    static AccessRequest pending() {
        return pending(
                LIN_US_CONTACT, new RequestReason("legal-request", "Court order of this week", Optional.empty()));
    }

    static AccessRequest pending(Access access) {
        return pending(access, new RequestReason("legal-request", "Court order of this week", Optional.empty()));
    }

    /** Uses every field that a request has, at its longest. */
    static AccessRequest full() {
        Vote shorter = new Vote(
                AVERY,
                new VoteInput(VoteDecision.APPROVE, "Half is enough \uD83D\uDC4D", Optional.of(Duration.ofMinutes(30))),
                new VoteEvidence(
                        NOW.plusSeconds(60),
                        Login.of(NOW.minusSeconds(5), OptionalInt.of(2)),
                        new Attributes(Map.of("country", "US"))),
                Optional.of(US_SECURITY));
        RequestReason reason = new RequestReason(
                "legal-request", "\uD83D\uDD75".repeat(2000), Optional.of("LEGAL-1 \u00FC\u4E2D\uD83D\uDCC1"));
        AccessRequest request = pending(LIN_US_CONTACT, reason);
        return closed(
                with(request, shorter, denial(AVERY), approval(BLAKE)), RequestStatus.DENIED, NOW.plusSeconds(90));
    }

    static AccessRequest pending(Access access, RequestReason reason) {
        RequestSnapshot snapshot = new RequestSnapshot(
                CATEGORIES,
                List.of(
                        new PolicyVersion("us-confidential", "0a".repeat(32)),
                        new PolicyVersion("us-restricted", "1b")),
                List.of(new RequiredApproval(US_SECURITY, 2), new RequiredApproval(new GroupRef("g2", "/owners"), 1)),
                new Attributes(Map.of("legal_entity", "Clips Singapore", "country", "CN")));
        RequestContent content =
                new RequestContent(MARIA, access, reason, Duration.ofHours(1), true, "bundle-1", Optional.empty());
        RequestState state = RequestState.pending(NOW, NOW.plus(Duration.ofDays(1)));
        return new AccessRequest(UUID.randomUUID().toString(), content, snapshot, state);
    }

    /** This request, filed with a token of this application. */
    static AccessRequest filedThrough(String application, AccessRequest request) {
        RequestContent content = request.content();
        return new AccessRequest(
                request.id(),
                new RequestContent(
                        content.requester(),
                        content.access(),
                        content.reason(),
                        content.duration(),
                        content.urgent(),
                        content.bundle(),
                        Optional.of(application)),
                request.snapshot(),
                request.state());
    }

    /** A vote that counts for nothing and leaves blank what can be blank. */
    static Vote approval(UserRef approver) {
        return vote(approver, VoteDecision.APPROVE, "");
    }

    static Vote denial(UserRef approver) {
        return vote(approver, VoteDecision.DENY, "No such case");
    }

    private static Vote vote(UserRef approver, VoteDecision decision, String comment) {
        return new Vote(
                approver,
                new VoteInput(decision, comment, Optional.empty()),
                new VoteEvidence(NOW.plusSeconds(80), Login.UNKNOWN, new Attributes(Map.of())),
                Optional.empty());
    }

    static AccessRequest with(AccessRequest request, Vote... votes) {
        RequestState state = request.state();
        List<Vote> all = Stream.concat(state.votes().stream(), Stream.of(votes)).toList();
        return with(
                request,
                new RequestState(
                        state.status(),
                        state.createdAt(),
                        state.expiresAt(),
                        state.closedAt(),
                        state.cancellation(),
                        state.remindedAt(),
                        all));
    }

    static AccessRequest closed(AccessRequest request, RequestStatus status, Instant at) {
        RequestState state = request.state();
        return with(
                request,
                new RequestState(
                        status,
                        state.createdAt(),
                        state.expiresAt(),
                        Optional.of(at),
                        Optional.empty(),
                        Optional.empty(),
                        state.votes()));
    }

    /** This request, filed a second earlier. */
    static AccessRequest earlier(AccessRequest request) {
        RequestState state = request.state();
        return with(
                request,
                new RequestState(
                        state.status(),
                        state.createdAt().minusSeconds(1),
                        state.expiresAt().minusSeconds(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        state.votes()));
    }

    private static AccessRequest with(AccessRequest request, RequestState state) {
        return new AccessRequest(request.id(), request.content(), request.snapshot(), state);
    }

    static AccessGrant granted(AccessRequest request) {
        return granted(request, NOW);
    }

    static AccessGrant granted(AccessRequest request, Instant from) {
        return new AccessGrant(
                UUID.randomUUID().toString(),
                request.access(),
                new Approval(request.id(), request.content().reason().purpose(), CATEGORIES),
                new Term(from, from.plus(Duration.ofHours(1)), Optional.empty()));
    }

    static AccessGrant ended(AccessGrant grant) {
        return grant.end(new Ending(grant.term().from().plusSeconds(60), Optional.of(AVERY), "Case closed \u2713"));
    }
}
