/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.RealmResource;

/** A client's tokens are to pass for somebody else's of an administration console: mappers copy names of an account. */
final class BorrowedSessionIT {

    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static Client forger;

    @SuppressWarnings("NullAway.Init")
    private static Client plain;

    @BeforeAll
    static void openDoors() {
        forger = Forger.ofAccessTokens()
                .copy("lastName", "sid")
                .add("oidc-audience-mapper", "audience", Map.of("included.client.audience", "forger"))
                .attribute("client.introspection.response.allow.jwt.claim.enabled", "true")
                .in(realm, "forger");
        plain = Forger.ofAccessTokens().in(realm, "plain");
        approvals.addEmployee("mallory");
        approvals.addEmployee("boss");
        realm.asAdministratorOfAll(BorrowedSessionIT::makeAdministrator);
    }

    private static void makeAdministrator(RealmResource all) {
        String management =
                all.clients().findByClientId("realm-management").get(0).getId();
        String boss = all.users().searchByUsername("boss", true).get(0).getId();
        all.users()
                .get(boss)
                .roles()
                .clientLevel(management)
                .add(List.of(
                        all.clients().get(management).roles().get("realm-admin").toRepresentation()));
    }

    @Test
    void refusesVoteWhenTokenBorrowsTheApproversSession() {
        Answer approver = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
        String request = file();

        Answer refused = realm.adminRest(borrowing(forger, approver).accessToken())
                .post("requests/" + request + "/votes", APPROVE);
        Answer plainly = realm.adminRest(borrowing(plain, approver).accessToken())
                .post("requests/" + request + "/votes", APPROVE);
        Answer voted = realm.adminRest(approver.accessToken()).post("requests/" + request + "/votes", APPROVE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("wrong_client").isEqualTo(plainly.error());
        assertThat(voted.text("status")).isEqualTo("APPROVED");
    }

    @Test
    void refusesAtKeycloaksRestWhenTokenBorrowsAnAdministratorsSession() {
        Answer administrator = realm.tokens().password(Client.ADMIN_CLI, "boss", "openid");

        String borrowed = borrowing(forger, administrator).accessToken();

        assertThat(users(borrowed)).isEqualTo(403);
        assertThat(realm.tokens().userinfo(borrowed).text("sub"))
                .isEqualTo(realm.user("mallory").toRepresentation().getId());
        assertThat(users(administrator.accessToken())).isEqualTo(200);
    }

    @Test
    void namesOwnSessionWhenTokenIsRefreshedOrIntrospected() {
        Answer approver = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
        Answer first = borrowing(forger, approver);
        Answer second = realm.tokens().refresh(forger, first.refreshToken(), "");

        assertThat(second.status()).isEqualTo(200);
        for (JsonNode claims :
                List.of(first.claims(), second.claims(), Jwt.claims(first.refreshToken()), introspected(first))) {
            assertThat(claims.path("azp").asText()).isEqualTo("forger");
            assertThat(claims.path("sid").asText())
                    .isEqualTo(first.text("session_state"))
                    .isNotEqualTo(sid(approver));
        }
    }

    /** What is introspected can be signed again, as an access token. */
    private static JsonNode introspected(Answer token) {
        realm.changeUser("mallory", user -> user.setLastName("again"));
        JsonNode answer = Introspection.withJwt(realm, forger, token.accessToken());
        assertThat(answer.path("active").asBoolean()).isTrue();
        return Jwt.claims(answer.path("jwt").asText());
    }

    /** Keycloak takes a session from ID tokens, too, and nobody can restore one before it is signed. */
    @Test
    void refusesTokenWhenMapperWritesSessionIntoIdToken() {
        Answer approver = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
        Client writer = Forger.of(Forger.ID)
                .copy("firstName", "azp")
                .copy("lastName", "sid")
                .in(realm, "writer");
        Client namer = Forger.of(Forger.ID).copy("firstName", "name").in(realm, "namer");
        realm.clearEvents();

        Answer refused = borrowing(writer, approver);
        Answer permitted = borrowing(namer, approver);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("unauthorized_client");
        assertThat(refused.reason()).isEqualTo("client_forged");
        assertThat(realm.events("LOGIN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "client_forged");
        assertThat(realm.events("LOGIN_ERROR").get(0).getClientId()).isEqualTo("writer");
        assertThat(permitted.status()).isEqualTo(200);
    }

    /** Keycloak copies the client from the access token into the ID token before anybody can restore it. */
    @ParameterizedTest
    @ValueSource(strings = {"access.token.claim", "lightweight.claim"})
    void refusesTokenWhenMapperWritesClientIntoAccessToken(String kind) {
        Answer approver = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
        Client writer = Forger.of(List.of(kind)).copy("firstName", "azp").in(realm, "writer-" + kind);
        Client told = Forger.of(List.of("userinfo.token.claim", "introspection.token.claim"))
                .copy("firstName", "azp")
                .in(realm, "told-" + kind);

        Answer refused = borrowing(writer, approver);
        Answer permitted = borrowing(told, approver);

        assertThat(refused.error()).isEqualTo("unauthorized_client");
        assertThat(refused.reason()).isEqualTo("client_forged");
        assertThat(Jwt.claims(permitted.text("id_token")).path("azp").asText()).isEqualTo(told.id());
    }

    /** The token of somebody who took console and session of this login for their own names. */
    private static Answer borrowing(Client client, Answer login) {
        realm.changeUser("mallory", user -> {
            user.setFirstName(Client.ADMIN_CLI.id());
            user.setLastName(sid(login));
        });
        return realm.tokens().password(client, "mallory", "openid");
    }

    private static String sid(Answer login) {
        return login.claims().path("sid").asText();
    }

    private static String file() {
        approvals.addEmployee("asking");
        return approvals.file("asking", Client.SAMPLE_APP);
    }

    /** What Keycloak's own admin REST says to somebody who wants to see the users. */
    private static int users(String token) {
        String url = realm.issuer().replace("/realms/", "/admin/realms/") + "/users?max=1";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
