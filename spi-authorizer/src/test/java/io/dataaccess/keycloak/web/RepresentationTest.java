/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Approval;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.web.GrantRepresentation.Asked;
import io.dataaccess.keycloak.web.RequestRepresentation.Ballot;
import io.dataaccess.keycloak.web.RequestRepresentation.Extended;
import io.dataaccess.keycloak.web.RequestRepresentation.Progress;
import io.dataaccess.keycloak.web.RequestRepresentation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fields of the contract, by name. */
final class RepresentationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofMinutes(10));
    private static final Asked ASKED =
            new Asked(NOW, Optional.of("Sample application"), Optional.of(Duration.ofMinutes(5)));
    private static final UserRef LIN = new UserRef("1", "lin");
    private static final DataCategory CONTACT =
            new DataCategory("us.user.contact", new ProtectionLevel("US", Sensitivity.CONFIDENTIAL), "Contact details");

    @Test
    void keepsFieldsOfRequest() {
        JsonNode json = json(new RequestRepresentation(
                "r",
                "PENDING",
                "b",
                true,
                new Subject("1", "lin", "Lin Zhou", Map.of("country", "CN")),
                PersonRepresentation.of(LIN),
                "sample-app",
                "Sample application",
                "us-contact",
                List.of(CategoryRepresentation.of(CONTACT)),
                "CONFIDENTIAL",
                "legal-request",
                "because",
                null,
                "PT1H",
                "PT30M",
                new Extended("g", SOON.toString()),
                NOW.toString(),
                NOW.toString(),
                null,
                null,
                null,
                NOW.toString(),
                true,
                new NeededLoginRepresentation(900, "gold", 2, null, NOW.toString()),
                List.of(new Progress("/us-security", null, 1, 0)),
                List.of(new Ballot(null, "APPROVE", "", null, null, NOW.toString(), false)),
                null,
                null));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "status",
                        "bundle",
                        "urgent",
                        "subject",
                        "requester",
                        "clientId",
                        "clientName",
                        "scope",
                        "categories",
                        "sensitivity",
                        "purpose",
                        "justification",
                        "ticket",
                        "requestedDuration",
                        "longestDuration",
                        "extended",
                        "createdAt",
                        "expiresAt",
                        "closedAt",
                        "cancellation",
                        "mailed",
                        "remindableAt",
                        "decidable",
                        "login",
                        "progress",
                        "votes",
                        "grant",
                        "accessUntil");
        assertThat(json.path("subject").fieldNames())
                .toIterable()
                .containsExactly("id", "username", "name", "attributes");
        assertThat(json.path("requester").fieldNames()).toIterable().containsExactly("id", "username");
        assertThat(json.path("login").fieldNames())
                .toIterable()
                .containsExactly("maxAge", "acrValues", "level", "unreachable", "goodUntil");
        assertThat(json.path("extended").fieldNames()).toIterable().containsExactly("id", "until");
        assertThat(json.path("progress").path(0).fieldNames())
                .toIterable()
                .containsExactly("group", "description", "required", "given");
        assertThat(json.path("votes").path(0).fieldNames())
                .toIterable()
                .containsExactly("approver", "decision", "comment", "group", "duration", "votedAt", "counts");
        assertThat(json.path("categories").path(0).fieldNames())
                .toIterable()
                .containsExactly("key", "label", "sensitivity", "jurisdiction");
        assertThat(json.path("grant").isNull()).isTrue();
        assertThat(json.path("createdAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void keepsFieldsOfGrant() {
        assertThat(json(GrantRepresentation.of(
                                grant(Optional.empty()), ASKED, Optional.of(SOON), false, Optional.empty()))
                        .fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "requestId",
                        "subject",
                        "clientId",
                        "clientName",
                        "scope",
                        "categories",
                        "purpose",
                        "approvedAt",
                        "approvedUntil",
                        "endedAt",
                        "endedBy",
                        "endReason",
                        "active",
                        "usable",
                        "usableUntil",
                        "maxTokenLifespan",
                        "revocable",
                        "login");
    }

    @Test
    void saysActiveWhenGrantRuns() {
        GrantRepresentation running =
                GrantRepresentation.of(grant(Optional.empty()), ASKED, Optional.of(SOON), false, Optional.empty());
        assertThat(running.active()).isTrue();
        assertThat(running.endedAt()).isNull();
        assertThat(running.usable()).isTrue();
        assertThat(running.usableUntil()).isEqualTo("2026-03-01T12:10:00Z");

        assertThat(GrantRepresentation.of(
                                grant(Optional.empty()),
                                new Asked(NOW.plus(Duration.ofHours(1)), Optional.empty(), Optional.empty()),
                                Optional.empty(),
                                false,
                                Optional.empty())
                        .active())
                .isFalse();
    }

    @Test
    void saysWhoWhenGrantWasEnded() {
        GrantRepresentation ended = GrantRepresentation.of(
                grant(Optional.of(new Ending(NOW, Optional.of(new UserRef("2", "pat")), "closed"))),
                ASKED,
                Optional.empty(),
                false,
                Optional.empty());

        assertThat(ended.active()).isFalse();
        assertThat(ended.usable()).isFalse();
        assertThat(ended.usableUntil()).isNull();
        assertThat(ended.endedAt()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(ended.endedBy()).isEqualTo(new PersonRepresentation("2", "pat", null));
        assertThat(ended.endReason()).isEqualTo("closed");
    }

    private static AccessGrant grant(Optional<Ending> ending) {
        return new AccessGrant(
                "g",
                new Access(LIN, new ClientRef("c", "sample-app"), new ScopeRef("s", "us-contact")),
                new Approval("r", "legal-request", List.of(CONTACT)),
                new Term(NOW, NOW.plus(Duration.ofHours(1)), ending));
    }

    private static JsonNode json(Object representation) {
        try {
            return Json.STRICT.readTree(Json.write(representation));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
