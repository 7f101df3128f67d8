/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StoryIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @Test
    void grantsWhenAveryApproves() {
        String lin = staff.newcomer();
        Answer filed = staff.self(lin).post("requests", Staff.asking("us-contact", "ticket", "LEG-7"));
        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.text("status")).isEqualTo("PENDING");
        assertThat(filed.text("requestedDuration")).isEqualTo("PT1H");
        assertThat(filed.headers().firstValue("Location"))
                .hasValue(realm.issuer() + "/data-access/requests/" + filed.text("id"));
        assertThat(filed.body()
                        .path("subject")
                        .path("attributes")
                        .path("legal_entity")
                        .asText())
                .isEqualTo("Clips Singapore");

        Answer approved = staff.approve("avery", filed.text("id"));

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("status")).isEqualTo("APPROVED");
        JsonNode progress = approved.body().path("progress").path(0);
        assertThat(progress.path("group").asText()).isEqualTo("/us-security");
        assertThat(progress.path("required").asInt()).isEqualTo(1);
        assertThat(progress.path("given").asInt()).isEqualTo(1);
        Answer grants = staff.self(lin).get("grants");
        assertThat(grants.each("requestId")).containsExactly(filed.text("id"));
        assertThat(lasts(grants.body().path(0))).isEqualTo(Duration.ofHours(1));
        assertThat(grants.body().path(0).path("active").asBoolean()).isTrue();
    }

    @Test
    void hidesAndRefusesWhenApproverIsNotInTheCountry() {
        String request = staff.file(staff.newcomer(), "us-contact");

        assertThat(realm.adminRestOf("sam").get("requests").body()).isEmpty();
        assertThat(realm.adminRestOf("sam").get("requests/" + request).status()).isEqualTo(404);
        assertRefused(staff.approve("sam", request), 403, "conditions_not_met");
        assertThat(realm.adminRestOf("blake").get("requests/" + request).status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhenApproverIsOfAnotherGroup() {
        assertRefused(staff.approve("erin", staff.file(staff.newcomer(), "us-contact")), 403, "not_an_approver");
    }

    @Test
    void refusesVoteWhenRequestIsOnesOwn() {
        String request = staff.file("blake", "us-contact");

        assertRefused(staff.approve("blake", request), 403, "own_request");
        assertThat(realm.adminRestOf("blake").get("requests?decidable=true").each("id"))
                .doesNotContain(request);
        assertThat(realm.adminRestOf("avery").get("requests?decidable=true").each("id"))
                .contains(request);
        assertThat(staff.approve("avery", request).text("status")).isEqualTo("APPROVED");
    }

    @Test
    void refusesVoteWhenCallerHasNoRole() {
        String lin = staff.newcomer();
        String request = staff.file(lin, "us-contact");

        assertRefused(staff.approve(lin, request), 403, "not_an_approver");
        assertRefused(staff.approve("olga", request), 403, "not_an_approver");
    }

    @Test
    void waitsWhenMoreMustApprove() {
        String request = staff.file(staff.newcomer(), "us-private");

        assertThat(staff.approve("avery", request).text("status")).isEqualTo("PENDING");
        assertRefused(staff.approve("avery", request), 409, "already_voted");
        assertThat(staff.approve("dana", request).text("status")).isEqualTo("PENDING");
        Answer last = staff.approve("blake", request);
        assertThat(last.text("status")).isEqualTo("APPROVED");
        assertThat(last.body().path("votes"))
                .allMatch(vote -> vote.path("counts").asBoolean());
    }

    @Test
    void hidesVotersWhenRequesterLooksWhilePending() {
        String lin = staff.newcomer();
        String request = staff.file(lin, "us-private");
        staff.vote("avery", request, Map.of("decision", "APPROVE", "comment", "Seen the court order"));

        JsonNode pending =
                staff.self(lin).get("requests/" + request).body().path("votes").path(0);
        assertThat(pending.path("approver").isNull()).isTrue();
        assertThat(pending.path("group").asText()).isEqualTo("/us-security");
        assertThat(pending.path("comment").asText()).isEqualTo("Seen the court order");

        staff.vote("blake", request, Map.of("decision", "DENY", "comment", "No such order"));
        Answer denied = staff.self(lin).get("requests/" + request);
        assertThat(denied.text("status")).isEqualTo("DENIED");
        assertThat(denied.body()
                        .path("votes")
                        .path(0)
                        .path("approver")
                        .path("username")
                        .asText())
                .isEqualTo("avery");
    }

    @Test
    void deniesWhenApproverChangesTheirMind() {
        String request = staff.file(staff.newcomer(), "us-private");
        staff.approve("avery", request);

        assertRefused(staff.vote("avery", request, Map.of("decision", "DENY")), 400, "invalid_comment");
        Answer denied = staff.vote("avery", request, Map.of("decision", "DENY", "comment", "On second thought"));
        assertThat(denied.text("status")).isEqualTo("DENIED");
        assertRefused(staff.approve("blake", request), 409, "not_pending");
    }

    @Test
    void shortensWhenApproverGivesLess() {
        String request = staff.file(staff.newcomer(), "us-contact");

        assertRefused(
                staff.vote("avery", request, Map.of("decision", "APPROVE", "duration", "PT2H")),
                400,
                "invalid_duration");
        Answer approved = staff.vote("avery", request, Map.of("decision", "APPROVE", "duration", "PT10M"));
        assertThat(lasts(approved.body().path("grant"))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void cancelsWhenScopeWasReclassified() {
        String request = staff.file(staff.newcomer(), "eu-contact");
        String lin = staff.newcomer();
        String own = staff.file(lin, "eu-contact");
        realm.changeCategories("eu-contact", "eu.user.contact us.user.contact");

        assertRefused(staff.approve("erin", request), 409, "reclassified");
        assertThat(realm.adminRestOf("pat").get("requests/" + request).text("status"))
                .isEqualTo("CANCELLED");
        assertThat(staff.self(lin).get("requests/" + own).text("status")).isEqualTo("PENDING");
        assertThat(staff.self(lin).post("requests", Staff.asking("eu-contact")).status())
                .isEqualTo(201);
        assertThat(realm.adminRestOf("pat").get("requests/" + own).text("status"))
                .isEqualTo("CANCELLED");
        assertThat(realm.events("CUSTOM_REQUIRED_ACTION"))
                .filteredOn(event -> "reclassified".equals(event.getDetails().get("reason")))
                .extracting(event -> event.getDetails().get("data_access_id"))
                .containsExactlyInAnyOrder(request, own);
        realm.changeCategories("eu-contact", "eu.user.contact");
    }

    @Test
    void extendsWhenFiledAgain() {
        String lin = staff.newcomer();
        staff.grant(lin);

        Answer again = staff.self(lin).post("requests", Staff.asking("us-contact", "duration", "PT8H"));

        assertThat(again.status()).isEqualTo(201);
        staff.approve("avery", again.text("id"));
        assertThat(staff.self(lin).get("grants").body()).hasSize(2);
    }

    @Test
    void endsWhenHandedBack() {
        String lin = staff.newcomer();
        String grant = staff.grant(lin);

        assertThat(staff.self(lin).delete("grants/" + grant).status()).isEqualTo(204);

        assertRefused(staff.self(lin).delete("grants/" + grant), 409, "already_ended");
        Answer ended = staff.self(lin).get("grants");
        assertThat(ended.body().path(0).path("active").asBoolean()).isFalse();
        assertThat(ended.body().path(0).path("endedBy").path("username").asText())
                .isEqualTo(lin);
    }

    @Test
    void endsWhenRevoked() {
        String lin = staff.newcomer();
        String grant = staff.grant(lin);
        Map<String, Object> reason = Map.of("reason", "The case is closed");

        Answer reader = realm.adminRestOf("olga").post("grants/" + grant + "/revoke", reason);
        assertRefused(reader, 403, "not_an_approver");
        assertThat(reader.text("errorMessage")).contains("data-access-approver", "data-access-policy-admin");
        assertRefused(realm.adminRestOf("sam").post("grants/" + grant + "/revoke", reason), 403, "conditions_not_met");
        assertRefused(realm.adminRestOf("avery").post("grants/" + grant + "/revoke", Map.of()), 400, "invalid_comment");
        assertThat(realm.adminRestOf("avery")
                        .post("grants/" + grant + "/revoke", reason)
                        .status())
                .isEqualTo(204);
        assertRefused(realm.adminRestOf("avery").post("grants/" + grant + "/revoke", reason), 409, "already_ended");
        assertThat(realm.adminRestOf("pat")
                        .get("grants?active=false&subject=" + lin)
                        .each("endReason"))
                .containsExactly("The case is closed");
    }

    @Test
    void endsWhenPolicyAdminRevokes() {
        String grant = staff.grant(staff.newcomer());

        assertThat(realm.adminRestOf("pat")
                        .post("grants/" + grant + "/revoke", Map.of("reason", "Audit finding"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void leavesAdminEventsWithoutReasonsWhenDecided() {
        realm.clearEvents();
        String request = staff.file(staff.newcomer(), "us-contact");
        staff.vote("avery", request, Map.of("decision", "APPROVE", "comment", "Seen the court order"));

        assertThat(realm.adminEvents("DATA_ACCESS_REQUEST"))
                .filteredOn(event -> event.getResourcePath().equals("data-access/requests/" + request + "/votes"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getOperationType()).isEqualTo("ACTION");
                    assertThat(event.getRepresentation())
                            .contains(request, "APPROVE")
                            .doesNotContain("court")
                            .doesNotContain("comment");
                });
        assertThat(realm.adminEvents("DATA_ACCESS_GRANT"))
                .anyMatch(event -> event.getRepresentation().contains(request));
    }

    private static Duration lasts(JsonNode grant) {
        return Duration.between(
                Instant.parse(grant.path("approvedAt").asText()),
                Instant.parse(grant.path("approvedUntil").asText()));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.error()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("errorMessage")).isNotBlank();
    }
}
