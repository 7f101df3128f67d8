/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people write is read by those it is for, and stands nowhere else: in no log, event, token or page of others. */
final class PrivacyIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASKED = "asked-in-confidence-5b1e";
    private static final String TYPED = "typed-in-confidence-c6a0";
    private static final String TICKET = "CONFIDENTIALTICKET-918273";
    private static final String APPROVED = "approved-in-confidence-09d4";
    private static final String DENIED = "denied-in-confidence-44f7";
    private static final String REVOKED = "revoked-in-confidence-e210";
    private static final List<String> WORDS = List.of(ASKED, TYPED, TICKET, APPROVED, DENIED, REVOKED);

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Cast cast = new Cast(realm);
    private static final List<String> tokens = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static String granted;

    @SuppressWarnings("NullAway.Init")
    private static String refused;

    /** A request that is approved, used and revoked, and one that is asked for in the browser and denied. */
    @BeforeAll
    static void live() {
        String asking = cast.newcomer("asking");
        granted = cast.filed(asking, asking(ASKED)).text("id");
        Answer approved = vote(granted, "APPROVE", APPROVED);
        keepTokens(realm.tokens().password(Client.SAMPLE_APP, asking, "openid us-contact"));
        keepTokens(realm.tokens().refresh(Client.SAMPLE_APP, tokens.get(1), ""));
        String grant = approved.body().path("grant").path("id").asText();
        assertThat(cast.admin("avery")
                        .post("grants/" + grant + "/revoke", Map.of("reason", REVOKED))
                        .status())
                .isEqualTo(204);
        Answer over = realm.tokens().password(Client.SAMPLE_APP, asking, "openid us-contact");
        tokens.add(over.body().toString());
        // Wrong ones as well: what is refused is no less confidential.
        cast.self(asking).post("requests", asking(ASKED.repeat(200)));
        cast.self(asking).post("requests", "{\"" + ASKED + "\": \"" + TICKET + "\",");

        String typing = cast.newcomer("typing");
        Visitor visitor = new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"))
                .signIn(typing)
                .submit("#kc-data-access-form", form(TYPED, TICKET + "?"))
                .submit("#kc-data-access-form", form(TYPED, TICKET));
        refused = cast.self(typing).get("requests").each("id").get(0);
        vote(refused, "DENY", DENIED);
        visitor.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"));
    }

    private static Map<String, Object> asking(String justification) {
        return Map.of(
                "clientId",
                "sample-app",
                "scope",
                "us-contact",
                "purpose",
                "legal-request",
                "justification",
                justification,
                "ticket",
                TICKET);
    }

    private static Map<String, String> form(String justification, String ticket) {
        return Map.of(
                "action",
                "file",
                "purpose",
                "legal-request",
                "justification",
                justification,
                "ticket",
                ticket,
                "duration",
                "PT1H");
    }

    private static Answer vote(String request, String decision, String comment) {
        Answer voted = cast.admin("avery")
                .post("requests/" + request + "/votes", Map.of("decision", decision, "comment", comment));
        assertThat(voted.status()).isEqualTo(200);
        return voted;
    }

    private static void keepTokens(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        String access = answer.accessToken();
        tokens.addAll(List.of(access, answer.refreshToken(), answer.claims().toString()));
        tokens.add(answer.text("id_token"));
        tokens.add(realm.tokens().introspect(Client.SAMPLE_API, access).body().toString());
        tokens.add(realm.tokens().userinfo(access).body().toString());
        tokens.add(answer.body().toString());
    }

    private static void assertSilent(String text) {
        WORDS.forEach(word -> assertThat(text).doesNotContainIgnoringCase(word));
    }

    @Test
    void tellsApproversAndTheRequesterWhenTheyAsk() {
        // The revocation has ended their sessions.
        cast.logInAgain();
        assertThat(cast.admin("avery").get("requests/" + granted).body().toString())
                .contains(ASKED, TICKET, APPROVED);
        assertThat(cast.self("asking").get("requests/" + granted).body().toString())
                .contains(ASKED, TICKET, APPROVED);
        assertThat(cast.admin("olga").get("requests/" + refused).body().toString())
                .contains(TYPED, TICKET, DENIED);
        assertThat(cast.admin("olga").get("grants").body().toString()).contains(REVOKED);
    }

    @Test
    void leavesLogWithoutThemWhenAllIsOver() throws IOException {
        String log = Files.readString(Path.of(System.getProperty("server.home"), "standard", "keycloak.log"));

        // The refused tokens and the form that was wrong are in it.
        assertThat(log).contains("realmName=\"privacyit\"");
        assertSilent(log);
    }

    @Test
    void leavesEventsWithoutThemWhenAllIsOver() throws JsonProcessingException {
        String events = JSON.writeValueAsString(realm.events());
        assertThat(events).contains(granted, refused, "data_access_refusal", "data_access_grants");
        assertSilent(events);
        String adminEvents = JSON.writeValueAsString(
                realm.admin().getAdminEvents(null, null, null, null, null, null, null, null, 0, 1000));
        // With their representations.
        assertThat(adminEvents).contains(granted, refused, "\\\"decision\\\":\\\"DENY\\\"", "DATA_ACCESS_GRANT");
        assertSilent(adminEvents);
    }

    @Test
    void leavesTokensWithoutThemWhenIssued() {
        assertThat(tokens).hasSize(15).noneMatch(String::isEmpty);
        tokens.forEach(PrivacyIT::assertSilent);
        assertThat(tokens.get(2)).contains("\"purpose\":\"legal-request\"");
    }

    @Test
    void showsOthersNothingWhenTheyLookEverywhere() {
        for (String person : List.of("erin", "sam", "dana", "lin")) {
            for (String path : List.of("me", "requests", "grants", "requests/" + granted, "classification")) {
                assertSilent(cast.admin(person).get(path).body().toString());
            }
            for (String path : List.of("scopes", "requests", "grants", "requests/" + refused)) {
                assertSilent(cast.self(person).get(path).body().toString());
            }
        }
        Visitor other = new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"))
                .signIn("maria");
        assertSilent(other.page().outerHtml());
        assertSilent(other.submit("#kc-data-access-form", form("Something else entirely", "LEG-1"))
                .page()
                .outerHtml());
    }
}
