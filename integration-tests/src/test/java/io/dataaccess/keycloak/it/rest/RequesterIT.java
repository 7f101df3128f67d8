/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What requesters may do for themselves and for service accounts. */
final class RequesterIT {

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @BeforeAll
    static void letScriptsLogInToTheAccountConsole() {
        realm.changeClient("account-console", client -> client.setDirectAccessGrantsEnabled(true));
    }

    @Test
    void offersWhenPolicyAdmits() {
        String lin = staff.newcomer();

        Answer offers = staff.self(lin).get("scopes");

        assertThat(offers.each("scope")).containsExactly("eu-contact", "us-contact", "us-private");
        assertThat(offers.each("clientId")).containsOnly("sample-app");
        assertThat(offers.each("state")).containsOnly("REQUESTABLE");
        assertThat(staff.self("chen").get("scopes").body()).isEmpty();
        assertThat(Set.copyOf(console(lin).get("scopes").each("clientId")))
                .as("nobody logs in to batch")
                .containsExactlyInAnyOrder("sample-app", "cli");
        assertThat(console(lin).get("scopes?clientId=batch").body()).isEmpty();
        assertThat(console(lin).get("scopes?clientId=cli").each("clientId")).containsOnly("cli");
        assertThat(staff.self(lin).get("scopes?clientId=cli").error()).isEqualTo("wrong_client");
    }

    @Test
    void tellsStateWhenAskedFor() {
        String lin = staff.newcomer();
        String request = staff.file(lin, "us-contact");
        assertThat(offer(lin, "us-contact").path("state").asText()).isEqualTo("PENDING");
        assertThat(offer(lin, "us-contact").path("until").asText())
                .isEqualTo(staff.self(lin).get("requests/" + request).text("expiresAt"));

        staff.approve("avery", request);

        assertThat(offer(lin, "us-contact").path("state").asText()).isEqualTo("GRANTED");
        assertThat(offer(lin, "us-contact").path("until").asText())
                .isEqualTo(staff.self(lin)
                        .get("grants")
                        .body()
                        .path(0)
                        .path("approvedUntil")
                        .asText());
        assertThat(offer(lin, "us-private").path("until").isNull()).isTrue();
    }

    @Test
    void findsSameWhenFiledTwice() {
        String lin = staff.newcomer();
        Answer first = staff.self(lin).post("requests", Staff.asking("us-contact"));

        Answer second = staff.self(lin).post("requests", Staff.asking("us-contact"));
        Answer different = staff.self(lin).post("requests", Staff.asking("us-contact", "duration", "PT2H"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(different.status()).isEqualTo(409);
        assertThat(different.error()).isEqualTo("different_pending");
        assertThat(staff.self(lin).get("requests").body()).hasSize(1);
    }

    @Test
    void refusesWhenEntityIsBarred() {
        Answer refused = staff.self("chen").post("requests", Staff.asking("us-contact"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("not_eligible");
        assertThat(staff.self("chen").get("requests").body()).isEmpty();
    }

    @Test
    void refusesWhenAttributeIsMissing() {
        realm.addUser("nowhere", Map.of("country", "SG"));

        Answer refused = staff.self("nowhere").post("requests", Staff.asking("us-contact"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("undecidable");
    }

    @Test
    void refusesWhenTooFewCouldApprove() {
        // Two of /us-security must approve, and avery is one of the only two who may.
        Answer refused = staff.self("avery").post("requests", Staff.asking("us-private"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("no_approver");
    }

    @Test
    void refusesWhenTokenIsOfAnotherApplication() {
        String lin = staff.newcomer();

        Answer refused = staff.self(lin).post("requests", Staff.asking("us-contact", "clientId", "cli"));
        Answer unknown = console(lin).post("requests", Staff.asking("us-contact", "clientId", "nothing"));
        Answer filed = console(lin).post("requests", Staff.asking("us-contact", "clientId", "cli"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("wrong_client");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.error()).isEqualTo("unknown_client");
        assertThat(filed.status()).isEqualTo(201);
        assertThat(staff.self(lin).get("requests").body()).isEmpty();
        assertThat(staff.self(lin).get("requests/" + filed.text("id")).status()).isEqualTo(404);
        assertThat(console(lin).get("requests").each("id")).containsExactly(filed.text("id"));
    }

    @Test
    void findsNothingWhenRequestIsOfOthers() {
        String request = staff.file(staff.newcomer(), "us-contact");
        String grant = staff.grant(staff.newcomer());
        Rest maria = staff.self("maria");

        assertThat(maria.get("requests/" + request).status()).isEqualTo(404);
        assertThat(maria.delete("requests/" + request).status()).isEqualTo(404);
        assertThat(maria.delete("grants/" + grant).status()).isEqualTo(404);
        assertThat(maria.get("grants").body()).isEmpty();
    }

    @Test
    void cancelsWhenPending() {
        String lin = staff.newcomer();
        String request = staff.file(lin, "us-contact");

        assertThat(staff.self(lin).delete("requests/" + request).status()).isEqualTo(204);

        assertThat(staff.self(lin).get("requests/" + request).text("status")).isEqualTo("CANCELLED");
        assertThat(staff.self(lin).delete("requests/" + request).status()).isEqualTo(409);
        assertThat(staff.self(lin).post("requests", Staff.asking("us-contact")).status())
                .isEqualTo(201);
    }

    @Test
    void filesForServiceAccountWhenOwner() {
        Map<String, Object> body = Staff.asking("us-contact", "subject", "service-account-batch");
        body.put("clientId", "batch");
        String owner = staff.newcomer();
        Answer refused = console(owner).post("requests", body);
        realm.user(owner)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("data-access-service-owner").toRepresentation()));

        Answer filed = console(owner).post("requests", body);
        body.put("subject", "maria");
        Answer person = console(owner).post("requests", body);
        body.put("subject", "service-account-nothing");
        Answer unknown = console(owner).post("requests", body);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("not_a_service_owner");
        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.body().path("subject").path("username").asText()).isEqualTo("service-account-batch");
        assertThat(filed.body().path("requester").path("username").asText()).isEqualTo(owner);
        assertThat(person.error()).isEqualTo("unknown_subject");
        assertThat(unknown.error()).isEqualTo("unknown_subject");
        assertThat(console(owner).get("requests").each("id")).containsExactly(filed.text("id"));
    }

    @Test
    void refusesWhenServiceAccountAsksItself() {
        String token = realm.tokens().clientCredentials(Client.BATCH, "openid").accessToken();

        assertThat(realm.selfRest(token).get("requests").error()).isEqualTo("service_account");
    }

    @Test
    void refusesWhenUserIsDisabled() {
        String lin = staff.newcomer();
        Rest rest = staff.self(lin);
        assertThat(rest.get("requests").status()).isEqualTo(200);

        realm.changeUser(lin, user -> user.setEnabled(false));

        assertThat(rest.get("requests").status()).isEqualTo(401);
        assertThat(realm.selfRest("").get("requests").status()).isEqualTo(401);
    }

    @Test
    void leavesEventsWhenFiledAndCancelled() {
        String lin = staff.newcomer();
        String request = staff.file(lin, "us-contact");
        staff.self(lin).delete("requests/" + request);

        assertThat(realm.events("CUSTOM_REQUIRED_ACTION"))
                .filteredOn(event -> request.equals(event.getDetails().get("data_access_id")))
                .extracting(event -> event.getDetails().get("data_access_action"))
                .containsExactlyInAnyOrder("filed", "cancelled");
    }

    private static Rest console(String username) {
        return realm.selfRest(
                realm.tokens().password(ACCOUNT_CONSOLE, username, "openid").accessToken());
    }

    private static JsonNode offer(String username, String scope) {
        return StreamSupport.stream(staff.self(username).get("scopes").body().spliterator(), false)
                .filter(offer -> offer.path("scope").asText().equals(scope))
                .findFirst()
                .orElseThrow();
    }
}
