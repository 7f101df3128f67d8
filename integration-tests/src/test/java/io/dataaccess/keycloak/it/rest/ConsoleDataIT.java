/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the consoles show besides. */
final class ConsoleDataIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static String grantOfLin = "";
    private static String grantOfMaria = "";

    @BeforeAll
    static void grant() {
        Staff staff = new Staff(realm);
        grantOfLin = staff.grant("lin");
        grantOfMaria = staff.approve(
                        "erin",
                        staff.self("maria")
                                .post("requests", Staff.asking("eu-contact", "duration", "PT2H"))
                                .text("id"))
                .body()
                .at("/grant/id")
                .asText();
    }

    @Test
    void listsGrantsAsAsked() {
        Rest pat = realm.adminRestOf("pat");
        String soon = Instant.now().plusSeconds(5400).toString();

        assertThat(pat.get("grants").each("id")).containsExactly(grantOfMaria, grantOfLin);
        assertThat(pat.get("grants?sort=approvedAt").each("id")).containsExactly(grantOfLin, grantOfMaria);
        assertThat(pat.get("grants?sort=-approvedUntil").each("id")).containsExactly(grantOfMaria, grantOfLin);
        assertThat(pat.get("grants?sort=approvedUntil&max=1&first=1").each("id"))
                .containsExactly(grantOfMaria);
        assertThat(pat.get("grants?active=true&endingBefore=" + soon).each("id"))
                .containsExactly(grantOfLin);
        assertThat(pat.get("grants/count?active=true&endingBefore=" + soon)
                        .body()
                        .asInt())
                .isEqualTo(1);
        assertThat(pat.get("grants?search=EU-con").each("id")).containsExactly(grantOfMaria);
        assertThat(pat.get("grants/count?search=mari").body().asInt()).isEqualTo(1);
        assertThat(pat.get("grants?sort=endedAt").status()).isEqualTo(400);
    }

    /** By what the caller's console calls it, in their language. */
    @Test
    void findsRowsByWhatTheyShowWhenRecordsCallItOtherwise() {
        Rest pat = realm.adminRestOf("pat");
        realm.changeClient("sample-app", client -> client.setName("Front desk"));
        realm.admin().localization().saveRealmLocalizationText("en", "dataAccessPurpose.legal-request", "By law");

        assertThat(pat.get("grants?search=front+desk").each("id")).contains(grantOfMaria, grantOfLin);
        assertThat(pat.get("grants?search=BY+LAW").each("id")).contains(grantOfMaria, grantOfLin);
        assertThat(pat.get("requests/count?search=front+desk").body().asInt()).isPositive();
        assertThat(pat.get("bundles?search=By+law&subject=maria").body()).hasSize(1);
        assertThat(pat.get("requests?search=front+office").body()).isEmpty();

        realm.changeAttribute("pat", "locale", "de");
        assertThat(pat.get("grants?search=By+law").body()).isEmpty();
        realm.changeAttribute("pat", "locale", "en");
        realm.admin().localization().deleteRealmLocalizationText("en", "dataAccessPurpose.legal-request");
        assertThat(pat.get("grants?search=By+law").body()).isEmpty();
        assertThat(pat.get("grants?search=legal+req").each("id")).contains(grantOfMaria, grantOfLin);
    }

    @Test
    void findsRequestsByTheCountryTheirRowsName() {
        Rest pat = realm.adminRestOf("pat");
        realm.addUser("bruna", Map.of("country", "BR", "legal_entity", "Clips Ireland"));
        String request = new Staff(realm).file("bruna", "us-contact");

        assertThat(pat.get("requests?search=BR").each("id")).contains(request);
        assertThat(pat.get("requests?search=brazi").each("id")).containsExactly(request);
        assertThat(pat.get("requests?search=brasili").body()).isEmpty();

        realm.changeAttribute("pat", "locale", "de");
        assertThat(pat.get("requests?search=brasili").each("id")).containsExactly(request);
        assertThat(pat.get("requests?search=brazi").body()).isEmpty();
        realm.changeAttribute("pat", "locale", "en");
    }

    @Test
    void showsApproverTheGrantsTheyCouldRevoke() {
        assertThat(realm.adminRestOf("erin").get("grants").each("id")).containsExactly(grantOfMaria);
        assertThat(realm.adminRestOf("erin").get("grants/count").body().asInt()).isEqualTo(1);
        assertThat(realm.adminRestOf("sam").get("grants").each("id")).isEmpty();
        assertThat(revocable("erin")).containsExactly("true");
        assertThat(revocable("pat")).containsExactly("true", "true");
        assertThat(revocable("olga")).containsExactly("false", "false");
        assertThat(new Staff(realm).self("lin").get("grants").each("revocable")).containsExactly("true");
    }

    @Test
    void isNotRevocableWhenOver() {
        Staff staff = new Staff(realm);
        String newcomer = staff.newcomer();
        String grant = staff.grant(newcomer);
        Answer handedBack = staff.self(newcomer).delete("grants/" + grant);

        assertThat(handedBack.status()).isEqualTo(204);
        assertThat(realm.adminRestOf("pat").get("grants?search=" + newcomer).each("revocable"))
                .containsExactly("false");
        assertThat(staff.self(newcomer).get("grants").each("revocable")).containsExactly("false");
    }

    @Test
    void tellsWhichClientsHaveAScope() {
        JsonNode scope =
                named(realm.adminRestOf("pat").get("classification").body().path("scopes"), "us-contact");

        assertThat(scope.path("clients").toString())
                .isEqualTo(
                        "[{\"clientId\":\"batch\",\"clientName\":\"Nightly batch\",\"assignment\":\"optional\"},"
                                + "{\"clientId\":\"cli\",\"clientName\":\"Command line\",\"assignment\":\"optional\"},"
                                + "{\"clientId\":\"sample-app\",\"clientName\":\"Sample application\",\"assignment\":\"optional\"}]");
    }

    @Test
    void tellsWhatToOpenWhenThereIsAProblem() {
        realm.addCategory("unused.data", Map.of("jurisdiction", List.of("US"), "sensitivity", List.of("CONFIDENTIAL")));
        String id = realm.admin()
                .components()
                .query(null, null, "unused.data")
                .get(0)
                .getId();

        JsonNode problem = StreamSupport.stream(
                        realm.adminRestOf("pat")
                                .get("classification")
                                .body()
                                .path("problems")
                                .spliterator(),
                        false)
                .filter(found -> found.path("code").asText().equals("category_without_scope"))
                .findFirst()
                .orElseThrow();

        assertThat(problem.path("resource").toString())
                .isEqualTo("{\"type\":\"component\",\"id\":\"" + id + "\",\"name\":\"unused.data\"}");
    }

    @Test
    void callsApplicationByItsNameWhenItHasOne() {
        Rest self = realm.selfRest(
                realm.tokens().password(Client.SAMPLE_APP, "lin", Tokens.FILING).accessToken());
        realm.changeClient("sample-app", client -> client.setName("Sample application"));
        assertThat(self.get("scopes").each("clientName")).isNotEmpty().containsOnly("Sample application");

        realm.changeClient("sample-app", client -> client.setName("${client_sample}"));
        assertThat(self.get("scopes").each("clientName")).isNotEmpty().containsOnly("sample-app");
    }

    @Test
    void leadsToTheApplicationWhenABrowserCanOpenIt() {
        Rest self = realm.selfRest(
                realm.tokens().password(Client.SAMPLE_APP, "lin", Tokens.FILING).accessToken());
        realm.changeClient("sample-app", client -> client.setBaseUrl("https://app.example/start"));
        assertThat(self.get("scopes").each("clientUrl")).isNotEmpty().containsOnly("https://app.example/start");

        realm.changeClient("sample-app", client -> client.setBaseUrl(""));
        assertThat(self.get("scopes").body().findValues("clientUrl"))
                .isNotEmpty()
                .allMatch(JsonNode::isNull);
    }

    private static List<String> revocable(String username) {
        return realm.adminRestOf(username)
                .get("grants?active=true&search=contact&dateFrom=2020-01-01&max=2&sort=approvedAt")
                .each("revocable");
    }

    private static JsonNode named(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(element -> element.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
