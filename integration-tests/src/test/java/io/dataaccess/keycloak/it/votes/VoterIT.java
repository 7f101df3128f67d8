/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.APPROVE;
import static io.dataaccess.keycloak.it.votes.Workforce.DENY;
import static io.dataaccess.keycloak.it.votes.Workforce.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose vote is taken, one vote at a time. */
final class VoterIT {

    private static final String COUNTRY_ONLY = "approver.attributes['country'] == 'US'";

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

    private final String request = workforce.file(workforce.newcomer(), "us-contact");

    @Test
    void refusesWhenTokenIsOfAnotherClient() {
        String token =
                realm.tokens().password(Client.SAMPLE_APP, "avery", "openid").accessToken();

        Answer refused = realm.adminRest(token).post("requests/" + request + "/votes", APPROVE);

        assertRefused(refused, 403, "wrong_client");
        assertApproved(workforce.approve("avery", request));
    }

    @Test
    void refusesWhenApproverAskedForThemselves() {
        String own = workforce.file("avery", "us-contact");

        assertRefused(workforce.approve("avery", own), 403, "own_request");
        assertRefused(workforce.deny("avery", own), 403, "own_request");
        assertApproved(workforce.approve("blake", own));
    }

    /** The approver condition says who decides; eligibility is about who gets the data. */
    @Test
    void refusesWhenConditionBarsTheApproversEntity() {
        String approver = workforce.approver("/us-security");
        realm.changeAttribute(approver, "legal_entity", Workforce.BARRED);
        realm.changePolicy(
                "us-confidential",
                "approverCondition",
                COUNTRY_ONLY + " && approver.attributes['legal_entity'] == 'Clips US Data Security'");

        Answer refused = workforce.approve(approver, request);
        realm.changePolicy("us-confidential", "approverCondition", COUNTRY_ONLY);

        assertRefused(refused, 403, "conditions_not_met");
        assertApproved(workforce.approve(approver, request));
    }

    @Test
    void refusesWhenAttributeOfTheConditionIsMissing() {
        String approver = workforce.approver("/us-security");
        realm.changeAttribute(approver, "country");

        assertRefused(workforce.approve(approver, request), 403, "conditions_not_met");

        realm.changeAttribute(approver, "country", "US");
        assertApproved(workforce.approve(approver, request));
    }

    @Test
    void refusesWhenApproverIsDisabled() {
        String approver = workforce.approver("/us-security");
        assertThat(workforce.desk(approver).get("me").status()).isEqualTo(200);
        realm.changeUser(approver, user -> user.setEnabled(false));

        assertThat(workforce.approve(approver, request).status()).isEqualTo(401);

        realm.changeUser(approver, user -> user.setEnabled(true));
        // A login of the second in which the account was disabled counts as one from before.
        Instant enabled = Instant.now();
        await().until(() -> Instant.now().isAfter(enabled.plusSeconds(1)));
        assertApproved(realm.adminRestOf(approver).post("requests/" + request + "/votes", APPROVE));
    }

    @Test
    void refusesWhenApproverHasTheRoleButLeftTheGroup() {
        String approver = workforce.approver("/us-security", "/eu-privacy");
        leave(approver, "/us-security");

        assertRefused(workforce.approve(approver, request), 403, "not_an_approver");

        join(approver, "/us-security");
        assertApproved(workforce.approve(approver, request));
    }

    @Test
    void takesVoteWhenApproverIsInANestedGroup() {
        Groups.addChild(realm, "/us-security", "on-call");
        Groups.addChild(realm, "/eu-privacy", "on-call");

        assertRefused(workforce.approve(workforce.approver("/eu-privacy/on-call"), request), 403, "not_an_approver");
        assertApproved(workforce.approve(workforce.approver("/us-security/on-call"), request));
    }

    @Test
    void countsOnceWhenApproverIsInTwoGroups() {
        String restricted = workforce.file(workforce.newcomer(), "us-private");
        String both = workforce.approver("/us-security", "/data-owners");

        assertThat(workforce.approve(both, restricted).text("status")).isEqualTo("PENDING");
        Answer second = workforce.approve("avery", restricted);
        assertThat(second.text("status")).isEqualTo("PENDING");
        assertThat(second.body().path("progress"))
                .extracting(row -> row.path("given").asInt())
                .containsOnly(1);
        assertRefused(workforce.approve(both, restricted), 409, "already_voted");

        assertApproved(workforce.approve("blake", restricted));
    }

    @Test
    void refusesWhenSubmittedTwice() {
        String restricted = workforce.file(workforce.newcomer(), "us-private");
        assertThat(workforce.approve("avery", restricted).status()).isEqualTo(200);

        assertRefused(workforce.approve("avery", restricted), 409, "already_voted");

        assertThat(workforce.request(restricted).path("votes")).hasSize(1);
        assertThat(workforce.approve("blake", restricted).status()).isEqualTo(200);
    }

    @Test
    void refusesApprovalWhenOneHasDenied() {
        assertThat(workforce.deny("avery", request).text("status")).isEqualTo("DENIED");

        assertRefused(workforce.approve("avery", request), 409, "not_pending");
        assertRefused(workforce.approve("blake", request), 409, "not_pending");
        assertThat(workforce.request(request).path("grant").isNull()).isTrue();
    }

    @Test
    void deniesWhenOneHasApprovedBefore() {
        String restricted = workforce.file(workforce.newcomer(), "us-private");
        workforce.approve("avery", restricted);

        Answer denied = workforce.vote("avery", restricted, DENY);

        assertThat(denied.text("status")).isEqualTo("DENIED");
        assertThat(denied.body().path("votes").path(0).path("counts").asBoolean())
                .isFalse();
        assertThat(denied.body().path("votes").path(1).path("counts").asBoolean())
                .isTrue();
    }

    @Test
    void refusesWhenRequestIsCancelled() {
        String employee = workforce.newcomer();
        String cancelled = workforce.file(employee, "us-contact");
        assertThat(workforce.account(employee).delete("requests/" + cancelled).status())
                .isEqualTo(204);

        assertRefused(workforce.approve("avery", cancelled), 409, "not_pending");
        assertApproved(workforce.approve("avery", workforce.file(employee, "us-contact")));
    }

    @Test
    void takesVoteWhenDurationIsShortened() {
        Answer approved = workforce.vote("avery", request, Map.of("decision", "APPROVE", "duration", "PT1M"));

        assertApproved(approved);
    }

    private static void leave(String username, String group) {
        realm.user(username).leaveGroup(realm.admin().getGroupByPath(group).getId());
    }

    private static void join(String username, String group) {
        realm.user(username).joinGroup(realm.admin().getGroupByPath(group).getId());
    }

    private static void assertApproved(Answer vote) {
        assertThat(vote.text("status")).as("%s", vote.body()).isEqualTo("APPROVED");
    }
}
