/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is sent makes the server fail. */
final class BadInputIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @SuppressWarnings("NullAway.Init")
    private static String request;

    @SuppressWarnings("NullAway.Init")
    private static Rest lin;

    @SuppressWarnings("NullAway.Init")
    private static Rest avery;

    @SuppressWarnings("NullAway.Init")
    private static Rest olga;

    @SuppressWarnings("NullAway.Init")
    private static Rest pat;

    /** Once for all tests, because logins are slow: none of them changes anything. */
    @BeforeAll
    static void logIn() {
        request = staff.file(staff.newcomer(), "us-contact");
        lin = staff.self("lin");
        avery = realm.adminRestOf("avery");
        olga = realm.adminRestOf("olga");
        pat = realm.adminRestOf("pat");
    }

    private static final String GOOD = "{'clientId': 'sample-app', 'scope': 'us-contact', 'purpose': 'legal-request',"
            + " 'justification': '" + Staff.JUSTIFICATION + "'%s}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "'APPROVE'",
                "7",
                "{}",
                "{'decision': 'MAYBE'}",
                "{'decision': 'approve'}",
                "{'decision': null}",
                "{'decision': 1}",
                "{'decision': ['APPROVE']}",
                "{'decision': 'APPROVE', 'decision': 'DENY'}",
                "{'decision': 'APPROVE'} {}",
                "{'decision': 'APPROVE', 'extra': 1}",
                "{'decision': 'APPROVE', 'comment': 1}",
                "{'decision': 'APPROVE', 'comment': 'a\\u0000b'}",
                "{'decision': 'APPROVE', 'comment': '\\ud800'}",
                "{'decision': 'APPROVE', 'comment': 'a\\u202eb'}",
                "{'decision': 'APPROVE', 'comment': 'a\\u200bb'}",
                "{'decision': 'APPROVE', 'comment': 'a\\u2028b'}",
                "{'decision': 'APPROVE', 'duration': 'an hour'}",
                "{'decision': 'APPROVE', 'duration': 'PT0S'}",
                "{'decision': 'APPROVE', 'duration': '-PT30M'}",
                "{'decision': 'APPROVE', 'duration': 'PT30.5S'}",
                "{'decision': 'APPROVE', 'duration': 'PT9999999999999999999H'}",
                "{'decision': 'APPROVE', 'duration': 30}"
            })
    void refusesVoteWhenBodyIsWrong(String body) {
        assertBad(avery.post("requests/" + request + "/votes", json(body)));
    }

    @Test
    void refusesVoteWhenCommentIsTooLong() {
        assertBad(avery.post(
                "requests/" + request + "/votes", json("{'decision': 'DENY', 'comment': '" + "x".repeat(2001) + "'}")));
        Answer huge = avery.post(
                "requests/" + request + "/votes",
                json("{'decision': 'DENY', 'comment': '" + "x".repeat(70_000) + "'}"));
        assertThat(huge.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'clientId': 'sample-app'}",
                "{'clientId': 7, 'scope': 'us-contact', 'purpose': 'legal-request', 'justification': 'long enough text'}",
                "{'clientId': 'sample-app', 'scope': 'no-such', 'purpose': 'legal-request', 'justification': 'long enough text'}",
                "{'clientId': 'sample-app', 'scope': 'email', 'purpose': 'legal-request', 'justification': 'long enough text'}",
                "{'clientId': 'sample-app', 'scope': 'us-public', 'purpose': 'legal-request', 'justification': 'long enough text'}",
                "{'clientId': 'sample-app', 'scope': 'us-contact', 'purpose': 'curiosity', 'justification': 'long enough text'}",
                "{'clientId': 'sample-app', 'scope': 'us-contact', 'purpose': 'legal-request', 'justification': 'short'}",
                "{'clientId': 'sample-app', 'scope': 'us-contact', 'purpose': 'legal-request', 'justification': '               '}",
                "{'clientId': 'sample-app', 'scope': 'us-contact', 'purpose': 'legal-request', 'justification': 'nul \\u0000 is no text'}",
                "{'clientId': 'sample-app', 'scope': 'us-contact', 'purpose': 'legal-request', 'justification': 'turned \\u2067 round'}",
                "{'clientId': 'sample-app', 'scope': 'us-contact', 'purpose': 'legal-request', 'justification': 'zero\\u200bwidth text'}"
            })
    void refusesFilingWhenFieldsAreWrong(String body) {
        assertBad(lin.post("requests", json(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ticket': 'not a ticket'",
                "'ticket': 'LEG-1\\n'",
                "'ticket': 'LEG-1\\ufeff'",
                "'ticket': 7",
                "'duration': 'PT59S'",
                "'duration': 'PT8H1S'",
                "'duration': 'PT1H0.5S'",
                "'duration': 'tomorrow'",
                "'urgent': 'yes'",
                "'extra': true",
                "'scope': 'us-contact'"
            })
    void refusesFilingWhenOptionalFieldIsWrong(String field) {
        assertBad(lin.post("requests", json(GOOD.formatted(", " + field))));
    }

    @Test
    void filesWhenAllIsRight() {
        Answer filed = staff.self(staff.newcomer())
                .post(
                        "requests",
                        json(GOOD.formatted(
                                ", 'ticket': 'LEG-1', 'duration': 'PT8H', 'urgent': true, 'subject': null")));

        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.text("requestedDuration")).isEqualTo("PT8H");
        assertThat(filed.body().path("urgent").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first=-1",
                "first=x",
                "first=99999999999",
                "max=0",
                "max=101",
                "max=",
                "max=x",
                "status=OPEN",
                "status=pending",
                "sensitivity=SECRET",
                "decidable=maybe",
                "sort=subject",
                "dateFrom=yesterday",
                "dateFrom=2026-02-30",
                "dateTo=2026-01-01T00:00:00",
                "subject=%00",
                "search=%00",
                "bundle=a%0Ab",
                "status=PENDING&status=DENIED"
            })
    void refusesListWhenQueryIsWrong(String query) {
        Answer answer = pat.get("requests?" + query);

        // A blank parameter is as good as none.
        assertThat(answer.status()).isEqualTo(query.endsWith("=") ? 200 : 400);
    }

    @ParameterizedTest
    @CsvSource({"active=maybe, 400", "active=true, 200", "dateFrom=x, 400", "unknown=1, 400"})
    void checksGrantsWhenQueried(String query, int status) {
        assertThat(pat.get("grants?" + query).status()).isEqualTo(status);
        assertThat(pat.get("grants/count?" + query).status()).isEqualTo(status);
    }

    @Test
    void refusesGrantsWhenThePageIsTooLong() {
        assertThat(pat.get("grants?max=1000").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such", "%00", "%2e%2e", "00000000-0000-0000-0000-000000000000", "'", "%25"})
    void findsNothingWhenIdIsWrong(String id) {
        assertThat(pat.get("requests/" + id).status()).isIn(400, 404);
        assertThat(avery.post("requests/" + id + "/votes", json("{'decision': 'APPROVE'}"))
                        .status())
                .isIn(400, 404);
        assertThat(pat.post("grants/" + id + "/revoke", json("{'reason': 'Closed'}"))
                        .status())
                .isIn(400, 404);
        assertThat(lin.get("requests/" + id).status()).isIn(400, 404);
        assertThat(lin.delete("requests/" + id).status()).isIn(400, 404);
        assertThat(lin.delete("grants/" + id).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'subject': 'lin'}",
                "{'subject': 'nobody', 'clientId': 'sample-app', 'scope': 'us-contact'}",
                "{'subject': 'lin', 'clientId': 'nothing', 'scope': 'us-contact'}",
                "{'subject': 'lin', 'clientId': 'sample-app', 'scope': 'email'}",
                "{'subject': 'lin', 'clientId': 'sample-app', 'scope': 'us-contact', 'purpose': 'x'}"
            })
    void refusesToTryWhenBodyIsWrong(String body) {
        assertBad(olga.post("decisions", json(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer x",
                "Bearer e30.e30.",
                "Bearer a.b.c",
                "Basic bGluOng=",
                "Bearer a b",
                "Bearer bnVsbA.e30.x",
                "Bearer eyJhbGciOiJSUzI1NiJ9.bnVsbA.x"
            })
    void refusesWhenAuthorizationIsNoToken(String header) {
        HttpResponse<String> answer =
                Master.send(HttpRequest.newBuilder(URI.create(realm.issuer() + "/data-access/requests"))
                        .header("Authorization", header));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(Master.json(answer).path("error").asText()).isEqualTo("invalid_token");
    }

    @Test
    void refusesWhenContentIsNoJson() {
        String token =
                realm.tokens().password(Client.SAMPLE_APP, "lin", Tokens.FILING).accessToken();

        HttpResponse<String> answer =
                Master.send(HttpRequest.newBuilder(URI.create(realm.issuer() + "/data-access/requests"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Master.json(answer).path("error").asText()).isEqualTo("unsupported_media_type");
        assertThat(Master.json(answer).path("errorMessage").asText()).isNotBlank();
    }

    /** Keycloak refuses them before our code is reached. */
    @ParameterizedTest
    @CsvSource({
        "POST, decisions, text/plain, 415, unsupported_media_type",
        "POST, decisions, application/x-www-form-urlencoded, 415, unsupported_media_type",
        "POST, requests/none/votes, application/xml, 415, unsupported_media_type",
        "PUT, requests, application/json, 405, method_not_allowed",
        "DELETE, classification, application/json, 405, method_not_allowed",
        "GET, nothing, application/json, 404, not_found",
        "GET, requests/none/nothing, application/json, 404, not_found"
    })
    void answersInOurFormWhenKeycloakRefuses(String method, String path, String type, int status, String code) {
        String base = Master.server(realm) + "/admin/realms/" + realm.name() + "/data-access/";

        HttpResponse<String> answer = Master.send(HttpRequest.newBuilder(URI.create(base + path))
                .header(
                        "Authorization",
                        "Bearer "
                                + realm.tokens()
                                        .password(Client.ADMIN_CLI, "pat", "openid")
                                        .accessToken())
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Master.json(answer).path("error").asText()).isEqualTo(code);
        assertThat(Master.json(answer).path("errorMessage").asText()).isNotBlank();
    }

    @Test
    void answersInOurFormWhenThereIsNoToken() {
        Answer answer = realm.adminRest("").get("me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("invalid_token");
        assertThat(answer.text("errorMessage")).isNotBlank();
    }

    @Test
    void leavesErrorsOfKeycloaksOwnPathsAsTheyAre() {
        HttpResponse<String> answer = Master.send(HttpRequest.newBuilder(URI.create(realm.issuer() + "/nothing")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Master.json(answer).has("errorMessage")).isFalse();
    }

    /** Each takes what it knows, blank as well, and nothing else; a count what its list takes. */
    @ParameterizedTest
    @CsvSource({
        "me, ''",
        "requests, status decidable subject clientId scope sensitivity bundle search dateFrom dateTo sort first max",
        "requests/count,"
                + " status decidable subject clientId scope sensitivity bundle search dateFrom dateTo sort first max",
        "bundles, status decidable subject clientId scope sensitivity bundle search dateFrom dateTo sort first max",
        "bundles/count,"
                + " status decidable subject clientId scope sensitivity bundle search dateFrom dateTo sort first max",
        "grants, active subject clientId scope search endingBefore dateFrom dateTo sort first max",
        "grants/count, active subject clientId scope search endingBefore dateFrom dateTo sort first max",
        "classification, ''"
    })
    void refusesParametersOfStaffWhenUnknown(String path, String known) {
        assertTakesOnly(pat, path, known);
    }

    @ParameterizedTest
    @CsvSource({
        "scopes, clientId subject",
        "service-accounts, ''",
        "requests, sort first max",
        "grants, active first max"
    })
    void refusesParametersOfRequestersWhenUnknown(String path, String known) {
        assertTakesOnly(
                realm.selfRest(realm.tokens()
                        .password(Client.SAMPLE_APP, "lin", Tokens.FILING)
                        .accessToken()),
                path,
                known);
    }

    @Test
    void refusesAWriteWhenItsQueryHasWhatBelongsIntoItsBody() {
        assertThat(pat.post("decisions?subject=lin", Map.of()).error()).isEqualTo("unknown_parameter");
    }

    private static void assertTakesOnly(Rest rest, String path, String known) {
        String all = Stream.of(known.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> name + "=&")
                .collect(Collectors.joining());
        assertThat(rest.get(path + "?" + all).status()).isEqualTo(200);

        Answer refused = rest.get(path + "?clientid=sample-app");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("unknown_parameter");
        assertThat(refused.text("errorMessage"))
                .endsWith(known.isEmpty() ? "no query parameters" : known.replace(" ", ", "));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static void assertBad(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isNotBlank();
        assertThat(answer.text("errorMessage")).isNotBlank();
    }
}
