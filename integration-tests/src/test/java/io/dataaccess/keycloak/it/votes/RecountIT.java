/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.RoleRepresentation;

/** What changes between filing and the last vote. Private data needs two of the US security group and a data owner. */
final class RecountIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    @BeforeAll
    static void openAccountConsole() {
        workforce.openAccountConsole();
    }

    @AfterAll
    static void assertGrants() {
        workforce.assertGrantsAreOfApprovedRequestsOnly();
    }

    @Test
    void countsVoteWhenNothingChanges() {
        String request = voteThen(approver -> {});

        assertThat(workforce.status(request)).isEqualTo("APPROVED");
    }

    @Test
    void dropsVoteWhenApproverMovedOutOfTheUs() {
        assertDropped(voteThen(approver -> realm.changeAttribute(approver, "country", "SG")));
    }

    @Test
    void dropsVoteWhenApproverIsDisabled() {
        assertDropped(voteThen(approver -> realm.changeUser(approver, user -> user.setEnabled(false))));
    }

    @Test
    void dropsVoteWhenApproverLeftTheGroup() {
        assertDropped(voteThen(approver -> realm.user(approver)
                .leaveGroup(realm.admin().getGroupByPath("/us-security").getId())));
    }

    /** The role comes with the group: it is the group that loses it, and the others have it by themselves. */
    @Test
    void dropsVoteWhenApproverLostTheRole() {
        List<RoleRepresentation> role = Groups.approverRole(realm);
        RoleScopeResource ofGroup = Groups.realmRoles(realm, "/us-security");
        List<RoleScopeResource> others = Stream.of("avery", "blake")
                .map(name -> realm.user(name).roles().realmLevel())
                .toList();
        others.forEach(roles -> roles.add(role));
        try {
            assertDropped(voteThen(approver -> ofGroup.remove(role)));
        } finally {
            ofGroup.add(role);
            others.forEach(roles -> roles.remove(role));
        }
    }

    @Test
    void filesNothingWhenNobodyHasTheRole() {
        List<RoleRepresentation> role = Groups.approverRole(realm);
        RoleScopeResource ofGroup = Groups.realmRoles(realm, "/us-security");
        String subject = workforce.newcomer();
        ofGroup.remove(role);
        try {
            assertRefused(
                    workforce.account(subject).post("requests", Workforce.asking("us-contact")), 409, "no_approver");
        } finally {
            ofGroup.add(role);
        }
        assertThat(workforce.file(subject, "us-contact")).isNotBlank();
    }

    @Test
    void dropsVoteWhenApproverIsDeleted() {
        assertDropped(voteThen(approver -> realm.user(approver).remove()));
    }

    @Test
    void countsVoteWhenApproverLoggedOut() {
        String request = voteThen(approver -> realm.user(approver).logout());

        assertThat(workforce.status(request)).isEqualTo("APPROVED");
    }

    @Test
    void asksForMoreWhenPolicyNeedsMore() {
        String request = workforce.file(workforce.newcomer(), "us-contact");
        realm.changePolicy("us-confidential", "requiredApprovals", "/us-security=2");

        Answer first = workforce.approve("avery", request);
        realm.changePolicy("us-confidential", "requiredApprovals", "/us-security=1");

        assertThat(first.text("status")).isEqualTo("PENDING");
        // Nobody is granted anything by a change of policy: the number is looked at again with the next vote.
        assertThat(workforce.status(request)).isEqualTo("PENDING");
        assertThat(workforce.approve("blake", request).text("status")).isEqualTo("APPROVED");
    }

    @Test
    void asksOthersWhenApproverConditionChanges() {
        String request = workforce.file(workforce.newcomer(), "us-contact");
        String texan = workforce.approver("/us-security");
        realm.changePolicy("us-confidential", "approverCondition", "approver.username == '" + texan + "'");

        Answer refused = workforce.approve("avery", request);
        Answer taken = workforce.approve(texan, request);
        realm.changePolicy("us-confidential", "approverCondition", "approver.attributes['country'] == 'US'");

        assertRefused(refused, 403, "conditions_not_met");
        assertThat(taken.text("status")).isEqualTo("APPROVED");
    }

    @Test
    void grantsLessWhenPolicyAllowsLess() {
        Map<String, Object> asking = new HashMap<>(Workforce.asking("us-contact"));
        asking.put("duration", "PT2H");
        String request = workforce.file(workforce.newcomer(), asking);
        realm.changePolicy("us-confidential", "defaultDuration", "PT10M");
        realm.changePolicy("us-confidential", "maxDuration", "PT10M");

        JsonNode grant = workforce.approve("avery", request).body().path("grant");
        realm.changePolicy("us-confidential", "maxDuration", "PT8H");
        realm.changePolicy("us-confidential", "defaultDuration", "PT1H");

        assertThat(lasts(grant)).isEqualTo(Duration.ofMinutes(10));
        String unchanged = workforce.file(workforce.newcomer(), asking);
        assertThat(lasts(workforce.approve("avery", unchanged).body().path("grant")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void refusesWhenSubjectIsBarredMeanwhile() {
        String subject = workforce.newcomer();
        String request = workforce.file(subject, "us-contact");
        realm.changeAttribute(subject, "legal_entity", Workforce.BARRED);

        assertRefused(workforce.approve("avery", request), 403, "not_eligible");
        realm.changeAttribute(subject, "legal_entity");
        assertRefused(workforce.approve("avery", request), 403, "undecidable");

        realm.changeAttribute(subject, "legal_entity", "Clips Singapore");
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
    }

    @Test
    void deniesWhenSubjectIsBarredMeanwhile() {
        String subject = workforce.newcomer();
        String request = workforce.file(subject, "us-contact");
        realm.changeAttribute(subject, "legal_entity", Workforce.BARRED);

        assertThat(workforce.deny("avery", request).text("status")).isEqualTo("DENIED");
    }

    @Test
    void cancelsWhenReclassifiedBetweenVotes() {
        String request = workforce.file(workforce.newcomer(), "us-private");
        workforce.approve("avery", request);
        workforce.approve("blake", request);
        realm.changeCategories("us-private", "us.user.content.private us.user.location.precise us.user.contact");

        Answer last = workforce.approve("dana", request);
        realm.changeCategories("us-private", "us.user.content.private us.user.location.precise");

        assertRefused(last, 409, "reclassified");
        assertThat(workforce.status(request)).isEqualTo("CANCELLED");
        assertRefused(workforce.approve("dana", request), 409, "not_pending");
    }

    @Test
    void waitsWhenCategoryIsAway() {
        String request = workforce.file(workforce.newcomer(), "us-contact");
        realm.changeCategories("us-contact", "us.user.contact us.user.no-such-thing");

        Answer approved = workforce.approve("avery", request);
        Answer denied = workforce.deny("avery", request);
        JsonNode meanwhile = workforce.desk("avery").get("requests/" + request).body();
        List<String> decidable =
                workforce.desk("avery").get("requests?decidable=true&max=100").each("id");
        realm.changeCategories("us-contact", "us.user.contact");

        assertRefused(approved, 409, "unclassified");
        assertRefused(denied, 409, "unclassified");
        assertThat(meanwhile.path("status").asText()).isEqualTo("PENDING");
        assertThat(meanwhile.path("decidable").asBoolean()).isFalse();
        assertThat(meanwhile.path("votes")).isEmpty();
        assertThat(decidable).doesNotContain(request);
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
    }

    @Test
    void asksNobodyElseWhenOnlyTheLabelChanges() {
        String request = workforce.file(workforce.newcomer(), "us-contact");
        realm.changeCategory("us.user.contact", "label", "How to reach US users");

        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
    }

    /** A fresh approver votes, then something happens to them, then the others vote, which would be enough with theirs. */
    private static String voteThen(Consumer<String> change) {
        String request = workforce.file(workforce.newcomer(), "us-private");
        String approver = workforce.approver("/us-security");
        Answer first = workforce.approve(approver, request);
        assertThat(first.body().at("/votes/0/counts").asBoolean()).isTrue();

        change.accept(approver);

        workforce.approve("dana", request);
        workforce.approve("avery", request);
        return request;
    }

    private static void assertDropped(String request) {
        JsonNode pending = workforce.request(request);
        assertThat(pending.path("status").asText()).isEqualTo("PENDING");
        assertThat(pending.path("votes"))
                .extracting(vote -> vote.path("counts").asBoolean())
                .isEqualTo(List.of(false, true, true));
        assertThat(workforce.approve("blake", request).text("status")).isEqualTo("APPROVED");
    }

    private static Duration lasts(JsonNode grant) {
        return Duration.between(
                Instant.parse(grant.path("approvedAt").asText()),
                Instant.parse(grant.path("approvedUntil").asText()));
    }
}
