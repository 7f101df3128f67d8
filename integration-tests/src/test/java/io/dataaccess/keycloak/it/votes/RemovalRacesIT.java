/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Race.admin;
import static io.dataaccess.keycloak.it.votes.Race.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** The user, the client or the scope is deleted at the same moment: no grant outlives it, and deleting never fails. */
final class RemovalRacesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    @BeforeAll
    static void logIn() {
        workforce.openAccountConsole();
        List.of("avery", "pat").forEach(workforce::desk);
        workforce.account("lin");
    }

    @AfterAll
    static void assertGrants() {
        workforce.assertGrantsAreOfApprovedRequestsOnly();
    }

    @EachRound
    void leavesNothingWhenSubjectIsDeletedAtOnce() {
        String leaver = workforce.newcomer();
        String request = workforce.file(leaver, "us-contact");
        UserResource user = realm.user(leaver);

        List<Integer> statuses = Race.run(call(() -> workforce.approve("avery", request)), admin(user::remove));

        assertThat(statuses).isIn(List.of(200, 204), List.of(409, 204), List.of(403, 204));
        assertOver(request, statuses.get(0));
    }

    @EachRound
    void leavesNothingWhenClientIsDeletedAtOnce() {
        ClientRepresentation representation = new ClientRepresentation();
        representation.setClientId("passing");
        representation.setOptionalClientScopes(List.of("us-contact"));
        ClientResource client = client(realm.admin().clients().create(representation));
        Map<String, Object> asking = Workforce.asking("us-contact");
        asking.put("clientId", "passing");
        String request = workforce.file("lin", asking);

        List<Integer> statuses = Race.run(call(() -> workforce.approve("avery", request)), admin(client::remove));

        assertThat(statuses).isIn(List.of(200, 204), List.of(409, 204));
        assertOver(request, statuses.get(0));
    }

    @EachRound
    void leavesNothingWhenScopeIsDeletedAtOnce() {
        ClientScopeResource scope = addPassingScope();
        String request = workforce.file("lin", "passing");

        List<Integer> statuses = Race.run(call(() -> workforce.approve("avery", request)), admin(scope::remove));

        assertThat(statuses).isIn(List.of(200, 204), List.of(409, 204));
        assertOver(request, statuses.get(0));
    }

    /** Deleted first, nobody asks; asked first, it is cancelled; in between it can never be approved. */
    @EachRound
    void approvesNothingWhenRequesterIsDeletedAtOnce() {
        String leaver = workforce.newcomer();
        Rest account = workforce.account(leaver);
        UserResource user = realm.user(leaver);

        List<Integer> statuses =
                Race.run(call(() -> account.post("requests", Workforce.asking("us-contact"))), admin(user::remove));

        assertThat(statuses).isIn(List.of(201, 204), List.of(401, 204));
        JsonNode filed = workforce
                .desk("pat")
                .get("requests?sort=-createdAt&max=1")
                .body()
                .path(0);
        if (filed.at("/subject/username").asText().equals(leaver)) {
            String request = filed.path("id").asText();
            assertThat(filed.path("status").asText()).isIn("CANCELLED", "PENDING");
            assertThat(workforce.approve("avery", request).status()).isIn(403, 409);
        } else {
            assertThat(statuses.get(0)).isEqualTo(401);
        }
    }

    private static ClientScopeResource addPassingScope() {
        ClientScopeRepresentation representation = new ClientScopeRepresentation();
        representation.setName("passing");
        representation.setProtocol("openid-connect");
        representation.setAttributes(
                Map.of("include.in.token.scope", "true", "data-access.categories", "us.user.contact"));
        try (Response created = realm.admin().clientScopes().create(representation)) {
            String id = CreatedResponseUtil.getCreatedId(created);
            String app =
                    realm.admin().clients().findByClientId("sample-app").get(0).getId();
            realm.admin().clients().get(app).addOptionalClientScope(id);
            return realm.admin().clientScopes().get(id);
        }
    }

    private static ClientResource client(Response created) {
        try (created) {
            return realm.admin().clients().get(CreatedResponseUtil.getCreatedId(created));
        }
    }

    private static void assertOver(String request, int vote) {
        JsonNode found = workforce.request(request);
        assertThat(found.path("status").asText()).isEqualTo(vote == 200 ? "APPROVED" : "CANCELLED");
        assertThat(found.at("/grant/active").asBoolean(false)).isFalse();
    }
}
