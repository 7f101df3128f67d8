/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Race.admin;
import static io.dataaccess.keycloak.it.votes.Race.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What comes at the same moment as a vote: one outcome, the safe one, and 409 to whoever loses. */
final class VoteRacesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    @BeforeAll
    static void logIn() {
        workforce.openAccountConsole();
        List.of("avery", "blake", "dana", "erin", "pat").forEach(workforce::desk);
        workforce.account("lin");
    }

    @AfterAll
    static void assertGrants() {
        workforce.assertGrantsAreOfApprovedRequestsOnly();
    }

    @EachRound
    void grantsOnceWhenTwoFinishAtOnce() {
        String request = workforce.file("lin", "us-contact");

        List<Integer> statuses = Race.run(
                call(() -> workforce.approve("avery", request)), call(() -> workforce.approve("blake", request)));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        JsonNode approved = workforce.request(request);
        assertThat(approved.path("status").asText()).isEqualTo("APPROVED");
        assertThat(approved.path("votes")).hasSize(1);
    }

    @EachRound
    void losesNoVoteWhenAllThreeVoteAtOnce() {
        String request = workforce.file("lin", "us-private");

        List<Integer> statuses = Race.run(
                call(() -> workforce.approve("avery", request)),
                call(() -> workforce.approve("blake", request)),
                call(() -> workforce.approve("dana", request)));

        assertThat(statuses).containsOnly(200);
        JsonNode approved = workforce.request(request);
        assertThat(approved.path("status").asText()).isEqualTo("APPROVED");
        assertThat(approved.path("votes"))
                .hasSize(3)
                .allMatch(vote -> vote.path("counts").asBoolean());
    }

    @EachRound
    void takesOneWhenOnePersonSubmitsTwiceAtOnce() {
        String request = workforce.file("lin", "us-private");

        List<Integer> statuses = Race.run(
                call(() -> workforce.approve("avery", request)), call(() -> workforce.approve("avery", request)));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(workforce.request(request).path("votes")).hasSize(1);
        assertThat(workforce.account("lin").delete("requests/" + request).status())
                .isEqualTo(204);
    }

    @EachRound
    void decidesOnceWhenApprovedAndDeniedAtOnce() {
        String request = workforce.file("lin", "us-contact");

        List<Integer> statuses =
                Race.run(call(() -> workforce.approve("avery", request)), call(() -> workforce.deny("blake", request)));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(workforce.status(request)).isEqualTo(statuses.get(0) == 200 ? "APPROVED" : "DENIED");
    }

    @EachRound
    void decidesOnceWhenCancelledAtOnce() {
        String request = workforce.file("lin", "us-contact");
        Rest lin = workforce.account("lin");

        List<Integer> statuses = Race.run(
                call(() -> workforce.approve("avery", request)), call(() -> lin.delete("requests/" + request)));

        assertThat(statuses).isIn(List.of(200, 409), List.of(409, 204));
        assertThat(workforce.status(request)).isEqualTo(statuses.get(0) == 200 ? "APPROVED" : "CANCELLED");
    }

    @EachRound
    void opensNothingWhenReclassifiedAtOnce() {
        String request = workforce.file("lin", "eu-contact");
        ClientScopeRepresentation scope = realm.admin().clientScopes().findAll().stream()
                .filter(found -> found.getName().equals("eu-contact"))
                .findFirst()
                .orElseThrow();
        ClientScopeResource resource = realm.admin().clientScopes().get(scope.getId());
        scope.getAttributes().put("data-access.categories", "eu.user.contact us.user.contact");

        List<Integer> statuses =
                Race.run(call(() -> workforce.approve("erin", request)), admin(() -> resource.update(scope)));

        assertThat(statuses).isIn(List.of(200, 204), List.of(409, 204));
        assertThat(workforce.isAllowed("lin", "eu-contact")).isFalse();
        assertThat(workforce.status(request)).isEqualTo(statuses.get(0) == 200 ? "APPROVED" : "CANCELLED");
        scope.getAttributes().put("data-access.categories", "eu.user.contact");
        resource.update(scope);
    }

    @EachRound
    void opensNothingWhenSubjectIsBarredAtOnce() {
        String request = workforce.file("lin", "us-contact");
        UserResource resource = realm.user("lin");
        UserRepresentation lin = resource.toRepresentation();
        lin.singleAttribute("legal_entity", Workforce.BARRED);

        List<Integer> statuses =
                Race.run(call(() -> workforce.approve("avery", request)), admin(() -> resource.update(lin)));

        assertThat(statuses).isIn(List.of(200, 204), List.of(403, 204));
        assertThat(workforce.isAllowed("lin", "us-contact")).isFalse();
        assertThat(workforce.status(request)).isEqualTo(statuses.get(0) == 200 ? "APPROVED" : "PENDING");
        lin.singleAttribute("legal_entity", "Clips Singapore");
        resource.update(lin);
        // The next round files anew.
        workforce.deny("blake", request);
    }

    @EachRound
    void filesOnceWhenFiledTwiceAtOnce() {
        Rest maria = workforce.account("maria");
        Map<String, Object> asking = Workforce.asking("us-contact");

        List<Integer> statuses =
                Race.run(call(() -> maria.post("requests", asking)), call(() -> maria.post("requests", asking)));

        // The second is told of the first, or that it came at the same moment.
        assertThat(statuses)
                .containsOnlyOnce(201)
                .allMatch(status -> List.of(201, 200, 409).contains(status));
        List<String> pending = workforce
                .desk("pat")
                .get("requests?status=PENDING&subject=maria")
                .each("id");
        assertThat(pending).hasSize(1);
        assertThat(Race.run(
                        call(() -> maria.delete("requests/" + pending.get(0))),
                        call(() -> maria.delete("requests/" + pending.get(0)))))
                .containsExactlyInAnyOrder(204, 409);
        assertThat(workforce.status(pending.get(0))).isEqualTo("CANCELLED");
    }

    @EachRound
    void grantsNothingAfterTheEndWhenRequestExpiresAtOnce() {
        realm.changePolicy("us-confidential", "pendingExpiry", "PT1S");
        String request = workforce.file("blake", "us-contact");
        Rest blake = workforce.account("blake");
        Instant end = Instant.parse(workforce.request(request).path("expiresAt").asText());
        await().pollInterval(Duration.ofMillis(1)).until(() -> !Instant.now().isBefore(end.minusMillis(5)));

        List<Integer> statuses = Race.run(
                call(() -> workforce.approve("avery", request)),
                call(() -> blake.post("requests", Workforce.asking("us-contact"))));
        realm.changePolicy("us-confidential", "pendingExpiry", "P1D");

        assertThat(statuses.get(0)).isIn(200, 409);
        assertThat(statuses.get(1)).isIn(200, 201, 409);
        JsonNode decided = workforce.request(request);
        assertThat(decided.path("status").asText()).isEqualTo(statuses.get(0) == 200 ? "APPROVED" : "EXPIRED");
        assertThat(decided.at("/grant/approvedAt").asText("0"))
                .isLessThan(decided.path("expiresAt").asText());
        withdrawWhatStillWaits(blake);
    }

    /** What was filed in the last moment may end by itself before it is withdrawn. */
    private static void withdrawWhatStillWaits(Rest blake) {
        List<String> pending = workforce
                .desk("pat")
                .get("requests?status=PENDING&subject=blake")
                .each("id");
        for (String request : pending) {
            assertThat(blake.delete("requests/" + request).status()).isIn(204, 409);
            assertThat(workforce.status(request)).isIn("CANCELLED", "EXPIRED");
        }
    }
}
