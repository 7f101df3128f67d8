/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the account console offers: applications for people, service accounts for their owners. */
final class ServiceAccountsIT {

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");
    private static final String BATCH = "service-account-batch";

    @RegisterExtension
    static final Realm realm = new Realm();

    @BeforeAll
    static void makeMariaAnOwner() {
        realm.changeClient("account-console", client -> client.setDirectAccessGrantsEnabled(true));
        realm.user("maria")
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("data-access-service-owner").toRepresentation()));
    }

    @Test
    void listsServiceAccountsWhenOneOwnsThem() {
        assertThat(console("maria").get("service-accounts").each("username")).containsExactly(BATCH);
        assertThat(console("maria").get("service-accounts").each("clientId")).containsExactly("batch");
        assertThat(console("lin").get("service-accounts").each("username")).isEmpty();
    }

    @Test
    void offersWhatTheServiceAccountMayHaveWhenItsOwnerAsks() {
        Rest maria = console("maria");
        assertThat(maria.get("scopes?subject=" + BATCH).each("clientId"))
                .isNotEmpty()
                .containsOnly("batch");

        String filed = maria.post(
                        "requests",
                        Map.of(
                                "clientId", "batch",
                                "scope", "us-contact",
                                "purpose", "service-operation",
                                "justification", Staff.JUSTIFICATION,
                                "subject", BATCH))
                .text("id");

        assertThat(maria.get("scopes?subject=" + BATCH + "&clientId=batch").each("pendingRequestId"))
                .contains(filed);
        assertThat(maria.get("scopes").each("pendingRequestId")).doesNotContain(filed);
    }

    @Test
    void refusesWhenOneOwnsNoServiceAccounts() {
        Answer refused = console("lin").get("scopes?subject=" + BATCH);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("not_a_service_owner");
        assertThat(refused.text("errorMessage")).contains("data-access-service-owner");
        assertThat(console("maria").get("scopes?subject=lin").error()).isEqualTo("unknown_subject");
    }

    @Test
    void offersOnlyWhatOneCanLogInToWhenAPersonAsks() {
        assertThat(console("lin").get("scopes").each("clientId"))
                .contains("sample-app", "cli")
                .doesNotContain("batch");
        realm.changeClient("batch", client -> client.setStandardFlowEnabled(true));
        assertThat(console("lin").get("scopes").each("clientId")).contains("batch");
        realm.changeClient("batch", client -> client.setStandardFlowEnabled(false));
    }

    @Test
    void tellsWhatTicketIsWantedWhenThePolicyDoes() {
        realm.changePolicy("us-confidential", "ticketHint", "The number of the case, LEGAL-1234");

        assertThat(console("lin").get("scopes?clientId=sample-app").each("ticketHint"))
                .contains("The number of the case, LEGAL-1234");
        Answer refused = console("lin").post("requests", Staff.asking("us-contact", "ticket", "case 17"));
        assertThat(refused.error()).isEqualTo("invalid_ticket");
        assertThat(refused.body().path("params").path("hint").asText()).isEqualTo("The number of the case, LEGAL-1234");
    }

    @Test
    void callsPeopleByTheirNames() {
        console("lin").post("requests", Staff.asking("eu-contact"));
        Rest pat = realm.adminRestOf("pat");

        assertThat(pat.get("requests?search=lin+zhou")
                        .body()
                        .at("/0/subject/name")
                        .asText())
                .isEqualTo("Lin Zhou");
        assertThat(pat.get("requests?search=Clips+Singa")
                        .body()
                        .at("/0/requester/name")
                        .asText())
                .isEqualTo("Lin Zhou");
        assertThat(pat.get("requests/count?search=lin+nobody").body().asInt()).isZero();
    }

    private static Rest console(String username) {
        return realm.selfRest(
                realm.tokens().password(ACCOUNT_CONSOLE, username, "openid").accessToken());
    }
}
