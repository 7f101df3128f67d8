/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.APPROVE;
import static io.dataaccess.keycloak.it.votes.Workforce.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** What a service account may reach: a service owner asks for it, others decide. Each test has a service of its own. */
final class ServiceAccountIT {

    private static final String SECRET = "service-secret";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    private static int services;

    private final Client service = new Client("service" + ++services, SECRET);

    @SuppressWarnings("NullAway.Init")
    private ClientResource resource;

    @BeforeAll
    static void openAccountConsole() {
        workforce.openAccountConsole();
    }

    @AfterAll
    static void assertGrants() {
        workforce.assertGrantsAreOfApprovedRequestsOnly();
    }

    @BeforeEach
    void addService() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(service.id());
        client.setSecret(SECRET);
        client.setServiceAccountsEnabled(true);
        client.setOptionalClientScopes(List.of("us-contact", "us-private"));
        try (var created = realm.admin().clients().create(client)) {
            resource = realm.admin().clients().get(CreatedResponseUtil.getCreatedId(created));
        }
        realm.changeAttribute(account(), "legal_entity", "Clips US Data Security");
        realm.changeAttribute(account(), "country", "US");
    }

    @Test
    void permitsClientCredentialsWhenApproved() {
        Answer refused = token("openid us-contact");
        assertRefused(refused, 400, "invalid_scope");
        assertThat(refused.reason()).isEqualTo("approval_required");

        Answer approved = workforce.approve("avery", file(owner()));

        assertThat(approved.text("status")).isEqualTo("APPROVED");
        assertThat(token("openid us-contact")
                        .claims()
                        .at("/authorization_details/0/approval/id")
                        .asText())
                .isEqualTo(approved.body().at("/grant/id").asText());
        assertThat(token("openid us-private").reason()).isEqualTo("approval_required");
        assertThat(realm.tokens()
                        .clientCredentials(Client.BATCH, "openid us-contact")
                        .reason())
                .isEqualTo("approval_required");
    }

    @Test
    void refusesVoteWhenOwnerIsAnApprover() {
        String owner = owner("/us-security");
        String request = file(owner);

        assertRefused(workforce.approve(owner, request), 403, "own_request");
        assertRefused(workforce.deny(owner, request), 403, "own_request");

        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
        assertRefused(revoke(owner, request), 403, "own_request");
    }

    @Test
    void refusesVoteWhenVoterIsAServiceAccount() {
        realm.user(account())
                .joinGroup(realm.admin().getGroupByPath("/us-security").getId());
        realm.change(file -> file.getAttributes()
                .put("data-access.adminClients", "security-admin-console admin-cli " + service.id()));
        String request = workforce.file(workforce.newcomer(), "us-contact");
        Rest robot = realm.adminRest(token("openid").accessToken());

        assertThat(robot.get("me").text("username")).isEqualTo(account());
        assertRefused(robot.post("requests/" + request + "/votes", APPROVE), 403, "conditions_not_met");
        assertRefused(realm.selfRest(token("openid").accessToken()).get("requests"), 403, "service_account");

        assertThat(workforce
                        .approve(workforce.approver("/us-security"), request)
                        .text("status"))
                .isEqualTo("APPROVED");
    }

    @Test
    void refusesFilingWhenSubjectIsNoServiceAccountOfTheRealm() {
        String owner = owner();

        assertRefused(fileFor(owner, "maria"), 400, "unknown_subject");
        assertRefused(fileFor(owner, "service-account-of-another-realm"), 400, "unknown_subject");
        assertRefused(fileFor(workforce.approver(), account()), 403, "not_a_service_owner");

        assertThat(fileFor(owner, account()).status()).isEqualTo(201);
    }

    @Test
    void refusesFilingWhenAnotherOwnersIsPending() {
        String request = file(owner());
        String other = owner();

        assertRefused(fileFor(other, account()), 409, "different_pending");
        assertThat(workforce.account(other).get("requests/" + request).status()).isEqualTo(404);

        workforce.approve("avery", request);
        assertThat(fileFor(other, account()).status()).isEqualTo(201);
    }

    @Test
    void cancelsWhenRequesterIsDeleted() {
        String granted = file(owner());
        workforce.approve("avery", granted);
        String leaver = owner();
        String request = file(leaver);

        realm.user(leaver).remove();

        assertThat(workforce.status(request)).isEqualTo("CANCELLED");
        assertRefused(workforce.approve("avery", request), 409, "not_pending");
        // What was approved goes on: it is the service's, and approvers can revoke it.
        String requester =
                workforce.request(granted).path("requester").path("username").asText();
        realm.user(requester).remove();
        assertThat(token("openid us-contact").status()).isEqualTo(200);
        assertThat(revoke("avery", granted).status()).isEqualTo(204);
        assertThat(token("openid us-contact").reason()).isEqualTo("approval_required");
    }

    @Test
    void refusesApprovalWhenRequesterIsBarredMeanwhile() {
        String owner = owner();
        String request = file(owner);
        realm.changeAttribute(owner, "legal_entity", Workforce.BARRED);

        assertRefused(workforce.approve("avery", request), 403, "not_eligible");

        realm.changeAttribute(owner, "legal_entity", "Clips Ireland");
        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
    }

    /** The role lets somebody ask; what is asked is then the approvers' to decide. */
    @Test
    void refusesFurtherFilingWhenOwnerLostTheRole() {
        String owner = owner();
        String request = file(owner);
        realm.user(owner).roles().realmLevel().remove(List.of(serviceOwner()));

        assertThat(workforce.approve("avery", request).text("status")).isEqualTo("APPROVED");
        assertThat(token("openid us-contact").status()).isEqualTo(200);
        assertRefused(fileFor(owner, account()), 403, "not_a_service_owner");
        assertThat(workforce.account(owner).delete("grants/" + grant(request)).status())
                .isEqualTo(204);
        assertThat(token("openid us-contact").reason()).isEqualTo("approval_required");
    }

    @Test
    void endsGrantWhenClientIsDeleted() {
        String request = file(owner());
        workforce.approve("avery", request);
        String issued = token("openid us-contact").accessToken();
        assertThat(realm.tokens()
                        .clientCredentials(service, "openid us-contact")
                        .status())
                .isEqualTo(200);

        resource.remove();

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
        workforce.approve("avery", file(owner()));
        Client rotated = new Client(service.id(), resource.generateNewSecret().getValue());

        assertThat(token("openid us-contact").status()).isEqualTo(401);
        assertThat(realm.tokens()
                        .clientCredentials(rotated, "openid us-contact")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhenServiceAccountIsBarredOrDisabled() {
        workforce.approve("avery", file(owner()));
        realm.changeAttribute(account(), "legal_entity", Workforce.BARRED);
        assertThat(token("openid us-contact").reason()).isEqualTo("not_eligible");
        realm.changeAttribute(account(), "legal_entity", "Clips US Data Security");
        realm.changeUser(account(), user -> user.setEnabled(false));
        assertThat(token("openid us-contact").status()).isEqualTo(401);

        realm.changeUser(account(), user -> user.setEnabled(true));
        assertThat(token("openid us-contact").status()).isEqualTo(200);
    }

    private String account() {
        return "service-account-" + service.id();
    }

    private Answer token(String scope) {
        return realm.tokens().clientCredentials(service, scope);
    }

    private static RoleRepresentation serviceOwner() {
        return realm.admin().roles().get("data-access-service-owner").toRepresentation();
    }

    private static String owner(String... groups) {
        String owner = workforce.approver(groups);
        realm.user(owner).roles().realmLevel().add(List.of(serviceOwner()));
        return owner;
    }

    private Answer fileFor(String owner, String subject) {
        Map<String, Object> asking = Workforce.asking("us-contact");
        asking.put("clientId", service.id());
        asking.put("subject", subject);
        return workforce.account(owner).post("requests", asking);
    }

    private String file(String owner) {
        Answer filed = fileFor(owner, account());
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        return filed.text("id");
    }

    private static String grant(String request) {
        return workforce.request(request).at("/grant/id").asText();
    }

    private static Answer revoke(String username, String request) {
        return workforce.revoke(username, grant(request));
    }
}
