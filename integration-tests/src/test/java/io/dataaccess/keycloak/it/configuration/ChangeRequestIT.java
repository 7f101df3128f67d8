/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What decides is changed by several people, and by no one of them alone. */
final class ChangeRequestIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final PolicyAdmins admins = new PolicyAdmins(realm);

    @BeforeAll
    static void requireApproval() {
        admins.add("quinn");
        admins.add("robin");
        admins.require();
    }

    @Test
    void changesAPolicyInBothDirectionsWhenTheRightPeopleApprove() {
        String stricter = admins.propose("us-confidential", "maxDuration", "PT4H");

        assertThat(admins.inForce("us-confidential", "maxDuration")).isEqualTo("PT8H");
        assertThat(admins.approve("pat", stricter).error()).isEqualTo("own_request");
        Answer approved = admins.approve("quinn", stricter);

        assertThat(approved.text("status")).as(approved.body().toString()).isEqualTo("APPROVED");
        assertThat(approved.body().path("lowers")).isEmpty();
        assertThat(admins.inForce("us-confidential", "maxDuration")).isEqualTo("PT4H");
        assertThat(admins.policies("us-confidential", "contact", "").toString()).contains("PT4H");

        String weaker = admins.propose("us-confidential", "maxDuration", "PT8H");
        assertThat(admins.approve("quinn", weaker).text("status")).isEqualTo("PENDING");
        assertThat(admins.approve("sam", weaker).error()).isEqualTo("conditions_not_met");
        assertThat(admins.approve("erin", weaker).status()).isEqualTo(404);
        assertThat(admins.inForce("us-confidential", "maxDuration")).isEqualTo("PT4H");
        Answer weakened = admins.approve("avery", weaker);

        assertThat(weakened.text("status")).isEqualTo("APPROVED");
        assertThat(weakened.body().path("lowers").path(0).path("jurisdiction").asText())
                .isEqualTo("US");
        assertThat(admins.inForce("us-confidential", "maxDuration")).isEqualTo("PT8H");
    }

    @Test
    void refusesWhenOnePolicyAdminStandsAlone() {
        String change = admins.propose("us-confidential", "maxDuration", "PT12H");

        assertThat(admins.approve("pat", change).status()).isEqualTo(403);
        assertThat(realm.adminRestOf("olga")
                        .post("changes", admins.proposal("us-public", "contact", "Me"))
                        .status())
                .isEqualTo(403);
        assertThat(admins.approve("olga", change).error()).isEqualTo("not_an_approver");
        assertThat(realm.adminRestOf("olga").get("changes/" + change).text("status"))
                .isEqualTo("PENDING");
        assertThat(realm.adminRestOf("lin").get("changes/" + change).status()).isEqualTo(403);
        assertThat(admins.inForce("us-confidential", "maxDuration")).isEqualTo("PT8H");
        assertThat(realm.adminRestOf("quinn").delete("changes/" + change).error())
                .isEqualTo("not_the_proposer");
        assertThat(realm.adminRestOf("pat").delete("changes/" + change).status())
                .isEqualTo(204);
        assertThat(admins.approve("quinn", change).error()).isEqualTo("not_pending");
    }

    @Test
    void refusesWhenTheLoginIsOld() {
        String change = admins.propose("us-confidential", "contact", "An old login");
        Answer offline = realm.tokens().password(Client.ADMIN_CLI, "quinn", "openid offline_access");
        Rest old = realm.adminRest(realm.tokens()
                .refresh(Client.ADMIN_CLI, offline.refreshToken(), "")
                .accessToken());

        Answer refused = old.post("changes/" + change + "/votes", Map.of("decision", "APPROVE"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).contains("max_age=\"900\"");
        assertThat(admins.approve("quinn", change).text("status")).isEqualTo("APPROVED");
    }

    @Test
    void refusesWhenAnotherChangeCameFirst() {
        String late = admins.propose("eu-confidential", "contact", "The late one");
        String early = admins.propose("eu-confidential", "contact", "The early one");

        assertThat(realm.adminRestOf("pat")
                        .get("changes/" + early)
                        .body()
                        .path("overlaps")
                        .toString())
                .contains(late);
        assertThat(admins.approve("quinn", early).text("status")).isEqualTo("APPROVED");
        assertThat(admins.approve("quinn", late).error()).isEqualTo("overtaken");
        assertThat(realm.adminRestOf("pat")
                        .get("changes/" + late)
                        .body()
                        .path("overtaken")
                        .asBoolean())
                .isTrue();
        assertThat(admins.inForce("eu-confidential", "contact")).isEqualTo("The early one");
    }

    @Test
    void takesOneWhenTwoAreApprovedAtOnce() throws Exception {
        List<String> both = List.of(
                admins.propose("eu-confidential", "contact", "The one"),
                admins.propose("us-restricted", "contact", "The other"));
        List<Rest> voters = List.of(realm.adminRestOf("quinn"), realm.adminRestOf("robin"));
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> votes = Stream.of(0, 1)
                    .map(i -> threads.submit(() -> {
                        ready.countDown();
                        ready.await(1, TimeUnit.MINUTES);
                        return voters.get(i).post("changes/" + both.get(i) + "/votes", Map.of("decision", "APPROVE"));
                    }))
                    .toList();

            assertThat(List.of(
                            votes.get(0).get(1, TimeUnit.MINUTES).status(),
                            votes.get(1).get(1, TimeUnit.MINUTES).status()))
                    .containsExactlyInAnyOrder(200, 409);
        } finally {
            threads.shutdownNow();
        }
        assertThat(both.stream()
                        .map(id -> realm.adminRestOf("pat").get("changes/" + id).text("status")))
                .containsExactlyInAnyOrder("APPROVED", "PENDING");
    }

    @Test
    void countsAnewWhenAnApproverIsBarredMeanwhile() {
        realm.addUser("casey", Map.of("country", "US", "legal_entity", "Clips US Data Security"), "/us-security");
        String change = admins.propose("us-restricted", "maxTokenLifespan", "PT6M");
        assertThat(admins.approve("casey", change).text("status")).isEqualTo("PENDING");
        realm.changeUser("casey", user -> user.setEnabled(false));

        Answer waiting = admins.approve("quinn", change);

        assertThat(waiting.text("status")).isEqualTo("PENDING");
        assertThat(waiting.body().path("votes").path(0).path("counts").asBoolean())
                .isFalse();
        assertThat(admins.approve("blake", change).text("status")).isEqualTo("APPROVED");
        assertThat(admins.inForce("us-restricted", "maxTokenLifespan")).isEqualTo("PT6M");
    }

    @Test
    void deniesWithOneVote() {
        String change = admins.propose("us-confidential", "contact", "Somebody else");

        assertThat(admins.vote("robin", change, "DENY").text("status")).isEqualTo("DENIED");
        assertThat(admins.approve("quinn", change).error()).isEqualTo("not_pending");
    }

    @Test
    void filesOnceWhenAPipelineSendsTheSameTwice() {
        Map<String, Object> wanted = admins.whole("us-public", "contact", "By the pipeline");
        Rest pat = realm.adminRestOf("pat");

        Answer dry = pat.put("classification?dryRun=true", wanted);
        assertThat(dry.body().path("difference")).hasSize(1);
        assertThat(dry.body().path("change").isNull()).isTrue();
        Answer first = pat.put("classification", wanted);
        Answer second = pat.put("classification", wanted);

        assertThat(first.body().path("applied").asBoolean()).isFalse();
        assertThat(first.text("change")).isNotBlank().isEqualTo(second.text("change"));
        assertThat(admins.approve("quinn", first.text("change")).text("status")).isEqualTo("APPROVED");
        assertThat(pat.put("classification", wanted).body().path("difference")).isEmpty();
        assertThat(admins.inForce("us-public", "contact")).isEqualTo("By the pipeline");
    }

    @Test
    void refusesWhatCouldNotBeSaved() {
        Rest pat = realm.adminRestOf("pat");

        for (Map<String, Object> wrong : List.of(
                admins.proposal("us-confidential", "eligibility", "subject.nonsense("),
                admins.proposal("us-confidential", "maxDuraton", "PT1H"),
                admins.proposal("us-confidential", "sensitivity", "RESTRICTED"))) {
            Answer refused = pat.post("changes", wrong);
            assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_configuration");
        }
        assertThat(pat.post("changes", admins.proposal("us-confidential", "contact", ""))
                        .status())
                .isEqualTo(201);
        assertThat(pat.post("changes", Map.of("reason", "Nothing at all")).error())
                .isEqualTo("nothing_changed");
    }

    @Test
    void leavesAdminEventsAndLogEntries() {
        realm.admin().clearAdminEvents();
        String change = admins.propose("us-confidential", "contact", "With a trace");
        admins.approve("quinn", change);

        assertThat(realm.adminEvents("DATA_ACCESS_CHANGE"))
                .extracting(event -> event.getOperationType() + " " + event.getResourcePath())
                .containsExactly(
                        "ACTION data-access/changes/" + change + "/votes", "CREATE data-access/changes/" + change);
    }
}
