/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Level;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Approval;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.policy.Login;
import io.dataaccess.keycloak.policy.PolicyStamp;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.AccessRequest.Course;
import io.dataaccess.keycloak.request.Ask;
import io.dataaccess.keycloak.request.Ballot;
import io.dataaccess.keycloak.request.Choice;
import io.dataaccess.keycloak.request.Clockwork;
import io.dataaccess.keycloak.request.Evidence;
import io.dataaccess.keycloak.request.Frozen;
import io.dataaccess.keycloak.request.Reason;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.RequiredApproval;
import io.dataaccess.keycloak.request.Vote;
import io.dataaccess.keycloak.request.Wish;
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
            new DataCategory("us.user.contact", new Level("US", Sensitivity.CONFIDENTIAL), "Contact details"),
            new DataCategory(
                    "us.user.location", new Level("US", Sensitivity.RESTRICTED), "Where \"they\" are \uD83D\uDCCD"));

    private TestRecords() {}

    static Access access(UserRef subject) {
        return new Access(subject, new ClientRef("client-id", "sample-app"), new ScopeRef("scope-id", "us-contact"));
    }

    static AccessRequest pending() {
        return pending(LIN_US_CONTACT, new Reason("legal-request", "Court order of this week", Optional.empty()));
    }

    static AccessRequest pending(Access access) {
        return pending(access, new Reason("legal-request", "Court order of this week", Optional.empty()));
    }

    /** Uses every field that a request has, at its longest. */
    static AccessRequest full() {
        Vote shorter = new Vote(
                AVERY,
                new Ballot(Choice.APPROVE, "Half is enough \uD83D\uDC4D", Optional.of(Duration.ofMinutes(30))),
                new Evidence(
                        NOW.plusSeconds(60),
                        Login.of(NOW.minusSeconds(5), OptionalInt.of(2)),
                        new Attributes(Map.of("country", "US"))),
                Optional.of(US_SECURITY));
        Reason reason = new Reason(
                "legal-request", "\uD83D\uDD75".repeat(2000), Optional.of("LEGAL-1 \u00FC\u4E2D\uD83D\uDCC1"));
        AccessRequest request = pending(LIN_US_CONTACT, reason);
        return closed(
                with(request, shorter, denial(AVERY), approval(BLAKE)), RequestStatus.DENIED, NOW.plusSeconds(90));
    }

    static AccessRequest pending(Access access, Reason reason) {
        Frozen frozen = new Frozen(
                CATEGORIES,
                List.of(new PolicyStamp("us-confidential", "0a".repeat(32)), new PolicyStamp("us-restricted", "1b")),
                List.of(new RequiredApproval(US_SECURITY, 2), new RequiredApproval(new GroupRef("g2", "/owners"), 1)),
                new Attributes(Map.of("legal_entity", "Clips Singapore", "country", "CN")));
        Ask ask = new Ask(MARIA, access, reason, new Wish(Duration.ofHours(1), true, "bundle-1"));
        Clockwork times = new Clockwork(NOW, NOW.plus(Duration.ofDays(1)), Optional.empty());
        return new AccessRequest(
                UUID.randomUUID().toString(), ask, frozen, new Course(RequestStatus.PENDING, times, List.of()));
    }

    /** A vote that counts for nothing and leaves blank what can be blank. */
    static Vote approval(UserRef approver) {
        return vote(approver, Choice.APPROVE, "");
    }

    static Vote denial(UserRef approver) {
        return vote(approver, Choice.DENY, "No such case");
    }

    private static Vote vote(UserRef approver, Choice choice, String comment) {
        return new Vote(
                approver,
                new Ballot(choice, comment, Optional.empty()),
                new Evidence(NOW.plusSeconds(80), Login.UNKNOWN, new Attributes(Map.of())),
                Optional.empty());
    }

    static AccessRequest with(AccessRequest request, Vote... votes) {
        Course course = request.course();
        List<Vote> all =
                Stream.concat(course.votes().stream(), Stream.of(votes)).toList();
        return new AccessRequest(
                request.id(), request.ask(), request.frozen(), new Course(course.status(), course.times(), all));
    }

    static AccessRequest closed(AccessRequest request, RequestStatus status, Instant at) {
        Clockwork times = request.course().times();
        return new AccessRequest(
                request.id(),
                request.ask(),
                request.frozen(),
                new Course(
                        status,
                        new Clockwork(times.createdAt(), times.expiresAt(), Optional.of(at)),
                        request.course().votes()));
    }

    /** This request, filed a second earlier. */
    static AccessRequest earlier(AccessRequest request) {
        Course course = request.course();
        Clockwork times = new Clockwork(
                course.times().createdAt().minusSeconds(1),
                course.times().expiresAt().minusSeconds(1),
                Optional.empty());
        return new AccessRequest(
                request.id(), request.ask(), request.frozen(), new Course(course.status(), times, course.votes()));
    }

    static AccessGrant granted(AccessRequest request) {
        return granted(request, NOW);
    }

    static AccessGrant granted(AccessRequest request, Instant from) {
        return new AccessGrant(
                UUID.randomUUID().toString(),
                request.access(),
                new Approval(request.id(), request.ask().reason().purpose(), CATEGORIES),
                new Term(from, from.plus(Duration.ofHours(1)), Optional.empty()));
    }

    static AccessGrant ended(AccessGrant grant) {
        return grant.end(new Ending(grant.term().from().plusSeconds(60), Optional.of(AVERY), "Case closed \u2713"));
    }
}
