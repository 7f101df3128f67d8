/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.APPROVE;
import static io.dataaccess.keycloak.it.votes.Workforce.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a service account may reach: a service owner asks for it, others decide. Each test has a service of its own. */
final class ServiceAccountIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    private final Service service = new Service(realm, workforce);

    @BeforeAll
    static void openAccountConsole() {
        workforce.openAccountConsole();
    }

    @AfterAll
    static void assertGrants() {
        workforce.assertGrantsAreOfApprovedRequestsOnly();
    }

    @Test
    void permitsClientCredentialsWhenApproved() {
        Answer refused = service.token("openid us-contact");
        assertRefused(refused, 400, "invalid_scope");
        assertThat(refused.reason()).isEqualTo("approval_required");

        Answer approved = workforce.approve("avery", service.file(service.owner()));

        assertThat(approved.text("status")).isEqualTo("APPROVED");
        assertThat(service.token("openid us-contact")
                        .claims()
                        .at("/authorization_details/0/approval/id")
                        .asText())
                .isEqualTo(approved.body().at("/grant/id").asText());
        assertThat(service.token("openid us-private").reason()).isEqualTo("approval_required");
        assertThat(realm.tokens()
                        .clientCredentials(Client.BATCH, "openid us-contact")
                        .reason())
                .isEqualTo("approval_required");
    }

    @Test
    void refusesVoteWhenOwnerIsAnApprover() {
        String owner = service.owner("/us-security");
        String request = service.file(owner);

        assertRefused(workforce.approve(owner, request), 403, "own_request");
        assertRefused(workforce.deny(owner, request), 403, "own_request");

        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
        // Ending one's own access is no decision in one's own favour.
        assertThat(service.revoke(owner, request).status()).isEqualTo(204);
    }

    @Test
    void refusesApprovalWhenOwnerLostTheRoleSince() {
        String owner = service.owner();
        String request = service.file(owner);
        realm.user(owner).roles().realmLevel().remove(List.of(service.role()));

        assertRefused(workforce.approve("avery", request), 403, "not_eligible");

        realm.user(owner).roles().realmLevel().add(List.of(service.role()));
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
    }

    @Test
    void refusesApprovalWhenOwnerIsDisabled() {
        String owner = service.owner();
        String request = service.file(owner);
        realm.changeUser(owner, user -> user.setEnabled(false));

        assertRefused(workforce.approve("avery", request), 403, "not_eligible");

        realm.changeUser(owner, user -> user.setEnabled(true));
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
    }

    @Test
    void refusesApprovalWhenSubjectIsDisabledAndStillDenies() {
        String request = service.file(service.owner());
        String other = workforce.file(workforce.newcomer(), "us-contact");
        String person = workforce.request(other).at("/subject/username").asText();
        realm.changeUser(service.account(), user -> user.setEnabled(false));
        realm.changeUser(person, user -> user.setEnabled(false));

        assertRefused(workforce.approve("avery", request), 403, "not_eligible");
        assertRefused(workforce.approve("avery", other), 403, "not_eligible");

        realm.changeUser(service.account(), user -> user.setEnabled(true));
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
        assertThat(workforce.deny("avery", other).text("status")).isEqualTo("DENIED");
    }

    /** A yes to what one owner asked for must not take along what another put beside it. */
    @Test
    void keepsRequestsApartWhenAnotherOwnerAsksUnderTheSameTicket() {
        String pat = service.owner();
        String first = service.file(pat, "us-contact", "LEG-17");
        String together = service.file(pat, "us-private", "LEG-17");
        String apart = service.file(service.owner(), "eu-contact", "LEG-17");

        List<Set<String>> bundles = new ArrayList<>();
        realm.adminRestOf("olga")
                .get("bundles?status=PENDING&subject=" + service.account())
                .body()
                .forEach(bundle ->
                        bundles.add(StreamSupport.stream(bundle.path("requests").spliterator(), false)
                                .map(request -> request.path("id").asText())
                                .collect(Collectors.toSet())));

        assertThat(bundles).containsExactlyInAnyOrder(Set.of(first, together), Set.of(apart));
    }

    @Test
    void refusesVoteWhenVoterIsAServiceAccount() {
        realm.user(service.account())
                .joinGroup(realm.admin().getGroupByPath("/us-security").getId());
        realm.change(file -> file.getAttributes()
                .put(
                        "data-access.adminClients",
                        "security-admin-console admin-cli " + service.client().id()));
        String request = workforce.file(workforce.newcomer(), "us-contact");
        Rest robot = realm.adminRest(service.token("openid").accessToken());

        assertThat(robot.get("me").text("username")).isEqualTo(service.account());
        assertRefused(robot.post("requests/" + request + "/votes", APPROVE), 403, "conditions_not_met");
        assertRefused(realm.selfRest(service.token("openid").accessToken()).get("requests"), 403, "service_account");

        assertThat(workforce
                        .approve(workforce.approver("/us-security"), request)
                        .text("status"))
                .isEqualTo("APPROVED");
    }

    @Test
    void refusesFilingWhenSubjectIsNoServiceAccountOfTheRealm() {
        String owner = service.owner();

        assertRefused(service.fileFor(owner, "maria"), 400, "unknown_subject");
        assertRefused(service.fileFor(owner, "service-account-of-another-realm"), 400, "unknown_subject");
        assertRefused(service.fileFor(workforce.approver(), service.account()), 403, "not_a_service_owner");

        assertThat(service.fileFor(owner, service.account()).status()).isEqualTo(201);
    }

    @Test
    void refusesFilingWhenAnotherOwnersIsPending() {
        String request = service.file(service.owner());
        String other = service.owner();

        assertRefused(service.fileFor(other, service.account()), 409, "different_pending");
        assertThat(workforce.account(other).get("requests/" + request).status()).isEqualTo(200);

        workforce.approve("avery", request);
        assertThat(workforce.account(other).get("requests/" + request).status()).isEqualTo(404);
        assertThat(service.fileFor(other, service.account()).status()).isEqualTo(201);
    }

    @Test
    void sharesWhatWaitsWhenSomebodyElseIsAnOwner() {
        String asking = service.owner();
        String request = service.file(asking);
        Rest owner = workforce.account(service.owner());
        Rest colleague = workforce.account(workforce.approver());

        assertThat(colleague.get("requests").each("id")).doesNotContain(request);
        assertRefused(colleague.get("requests/" + request), 404, "not_found");
        assertRefused(colleague.delete("requests/" + request), 404, "not_found");
        assertThat(owner.get("requests?sort=pending&max=100").each("id")).contains(request);
        assertThat(owner.get("requests/" + request)
                        .body()
                        .at("/requester/username")
                        .asText())
                .isEqualTo(asking);
        assertRefused(owner.post("requests/" + request + "/reminders", Map.of()), 404, "not_found");

        assertThat(owner.delete("requests/" + request).status()).isEqualTo(204);

        assertThat(workforce.status(request)).isEqualTo("CANCELLED");
        assertThat(owner.get("requests?max=100").each("id")).doesNotContain(request);
        assertRefused(owner.delete("requests/" + request), 404, "not_found");
    }

    @Test
    void sharesNothingWhenItIsForAPerson() {
        String person = workforce.newcomer();
        String request = workforce.file(person, "us-contact");
        Rest owner = workforce.account(service.owner());

        assertThat(owner.get("requests?max=100").each("id")).doesNotContain(request);
        assertRefused(owner.get("requests/" + request), 404, "not_found");
        assertRefused(owner.delete("requests/" + request), 404, "not_found");

        assertThat(workforce.account(person).delete("requests/" + request).status())
                .isEqualTo(204);
    }

    @Test
    void cancelsWhenRequesterIsDeleted() {
        String granted = service.file(service.owner());
        workforce.approve("avery", granted);
        String leaver = service.owner();
        String request = service.file(leaver);

        realm.user(leaver).remove();

        assertThat(workforce.status(request)).isEqualTo("CANCELLED");
        assertRefused(workforce.approve("avery", request), 409, "not_pending");
        // What was approved goes on: it is the service's, and approvers can revoke it.
        String requester =
                workforce.request(granted).path("requester").path("username").asText();
        realm.user(requester).remove();
        assertThat(service.token("openid us-contact").status()).isEqualTo(200);
        assertThat(service.revoke("avery", granted).status()).isEqualTo(204);
        assertThat(service.token("openid us-contact").reason()).isEqualTo("approval_required");
    }

    @Test
    void refusesApprovalWhenRequesterIsBarredMeanwhile() {
        String owner = service.owner();
        String request = service.file(owner);
        realm.changeAttribute(owner, "legal_entity", Workforce.BARRED);

        assertRefused(workforce.approve("avery", request), 403, "not_eligible");

        realm.changeAttribute(owner, "legal_entity", "Clips Ireland");
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
    }

    /** The role lets somebody ask; what is asked is then the approvers' to decide. */
    @Test
    void refusesFurtherFilingWhenOwnerLostTheRole() {
        String owner = service.owner();
        String request = service.file(owner);
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
        realm.user(owner).roles().realmLevel().remove(List.of(service.role()));

        assertThat(service.token("openid us-contact").status()).isEqualTo(200);
        assertRefused(service.fileFor(owner, service.account()), 403, "not_a_service_owner");
        assertThat(workforce
                        .account(owner)
                        .delete("grants/" + service.grant(request))
                        .status())
                .isEqualTo(204);
        assertThat(service.token("openid us-contact").reason()).isEqualTo("approval_required");
    }

    @Test
    void endsGrantWhenClientIsDeleted() {
        String request = service.file(service.owner());
        workforce.approve("avery", request);
        String issued = service.token("openid us-contact").accessToken();
        assertThat(service.token("openid us-contact").status()).isEqualTo(200);

        service.remove();

        assertThat(workforce.request(request).at("/grant/active").asBoolean()).isFalse();
        assertThat(realm.tokens()
                        .introspect(Client.SAMPLE_API, issued)
                        .body()
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void permitsWhenSecretIsRotated() {
        workforce.approve("avery", service.file(service.owner()));
        Client rotated = service.rotateSecret();

        assertThat(service.token("openid us-contact").status()).isEqualTo(401);
        assertThat(realm.tokens()
                        .clientCredentials(rotated, "openid us-contact")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhenServiceAccountIsBarredOrDisabled() {
        workforce.approve("avery", service.file(service.owner()));
        realm.changeAttribute(service.account(), "legal_entity", Workforce.BARRED);
        assertThat(service.token("openid us-contact").reason()).isEqualTo("not_eligible");
        realm.changeAttribute(service.account(), "legal_entity", "Clips US Data Security");
        realm.changeUser(service.account(), user -> user.setEnabled(false));
        assertThat(service.token("openid us-contact").status()).isEqualTo(401);

        realm.changeUser(service.account(), user -> user.setEnabled(true));
        assertThat(service.token("openid us-contact").status()).isEqualTo(200);
    }
}
