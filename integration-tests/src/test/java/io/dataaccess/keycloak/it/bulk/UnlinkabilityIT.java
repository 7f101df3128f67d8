/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody finds out by any answer whether others have asked for something, or have been given it. */
final class UnlinkabilityIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Cast cast = new Cast(realm);

    @SuppressWarnings("NullAway.Init")
    private static Wire wire;

    /** What lin was told before anybody else had asked for anything. */
    @SuppressWarnings("NullAway.Init")
    private static List<String> before;

    @SuppressWarnings("NullAway.Init")
    private static String pending;

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void live() {
        wire = new Wire(cast.server());
        cast.newcomer("early");
        cast.newcomer("later");
        before = told("lin", "early");
        pending = cast.file("maria", "us-private", "A court asks for all of it");
        String approved = cast.file(cast.newcomer("holder"), "us-contact", "A court asks for one user");
        grant = cast.approve("avery", approved).body().path("grant").path("id").asText();
    }

    /** Everything that a person who holds nothing can be told, with one filing of somebody as new as them. */
    private static List<String> told(String person, String newcomer) {
        String token = cast.token(person + "@sample-app");
        Stream<String> reads = Stream.of("scopes", "requests", "grants", "scopes?clientId=sample-app")
                .map(path -> told(wire.send(Shot.get(self(path)).bearer(token))));
        Stream<String> refusals = Stream.of("us-contact", "us-private", "us-contact us-private eu-contact")
                .map(scope -> told(token(person, scope)));
        Stream<String> pages = Stream.of("us-contact", "us-private").map(scope -> page(person, scope));
        Stream<String> filed = Stream.of("us-contact", "us-private").map(scope -> filed(newcomer, scope));
        return Stream.of(reads, refusals, pages, filed).flatMap(part -> part).toList();
    }

    @Test
    void saysTheSameWhenOthersHoldSomething() {
        List<String> after = told("lin", "later");

        assertThat(before).hasSize(11).allMatch(told -> told.length() > 50);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isEqualTo(before.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, requests", "DELETE, requests", "DELETE, grants"})
    void saysTheSameWhenAnIdIsForeignOrNone(String method, String path) {
        String token = cast.token("lin@sample-app");
        String foreign = path.equals("grants") ? grant : pending;

        String told = told(wire.send(ask(method, path, foreign).bearer(token)));
        String random =
                told(wire.send(ask(method, path, UUID.randomUUID().toString()).bearer(token)));

        assertThat(told).startsWith("404 ").isEqualTo(random);
    }

    @ParameterizedTest
    @CsvSource({"erin, GET, requests/?, 404", "lin, GET, requests/?, 403", "lin, POST, requests/?/votes, 403"})
    void saysTheSameToStaffWhenARequestIsNotTheirsToSee(String person, String method, String path, int status) {
        String token = cast.token(person + "@admin-cli");
        String admin = "/admin/realms/" + realm.name() + "/data-access/";

        String told =
                told(wire.send(json(method, admin + path.replace("?", pending)).bearer(token)));
        String random = told(wire.send(
                json(method, admin + path.replace("?", UUID.randomUUID().toString()))
                        .bearer(token)));

        assertThat(told).startsWith(status + " ").isEqualTo(random);
    }

    @Test
    void saysTheSameWhenAServiceAccountIsNotOnesOwn() {
        Shot asking = json("POST", self("requests"), "service-account-batch").bearer(cast.token("lin@sample-app"));
        Shot guessing = json("POST", self("requests"), "service-account-none").bearer(cast.token("lin@sample-app"));

        assertThat(told(wire.send(asking))).startsWith("403 ").isEqualTo(told(wire.send(guessing)));
    }

    private static Reply token(String person, String scope) {
        return wire.send(new Shot(
                "POST",
                "/realms/" + realm.name() + "/protocol/openid-connect/token",
                List.of("Content-Type: application/x-www-form-urlencoded"),
                ("grant_type=password&client_id=sample-app&client_secret=sample-app-secret&username=" + person
                                + "&password=" + Realm.PASSWORD + "&scope=openid+" + scope.replace(' ', '+'))
                        .getBytes(UTF_8)));
    }

    private static String page(String person, String scope) {
        Visitor visitor = new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid " + scope))
                .signIn(person);
        return visitor.status()
                + visitor.page()
                        .outerHtml()
                        .replaceAll("(session_code|tab_id|client_data|code|execution)=[\\w.~-]+", "$1=…")
                        .replaceAll("\"[\\w-]{40,}\"", "\"…\"");
    }

    private static String filed(String person, String scope) {
        Shot shot = new Shot(
                "POST",
                self("requests"),
                List.of("Content-Type: application/json"),
                ("{\"clientId\":\"sample-app\",\"scope\":\"" + scope
                                + "\",\"purpose\":\"legal-request\",\"justification\":\"A court asks for one user\"}")
                        .getBytes(UTF_8));
        String id = realm.user(person).toRepresentation().getId();
        return told(wire.send(shot.bearer(cast.token(person + "@sample-app"))))
                .replace(id, "…")
                .replace(person, "…")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "…")
                .replaceAll("content-length: \\d+", "");
    }

    private static Shot ask(String method, String path, String id) {
        return new Shot(method, self(path + "/" + id), List.of(), new byte[0]);
    }

    private static Shot json(String method, String target) {
        return new Shot(
                method,
                target,
                List.of("Content-Type: application/json"),
                "{\"decision\":\"APPROVE\"}".getBytes(UTF_8));
    }

    private static Shot json(String method, String target, String subject) {
        String body = "{\"clientId\":\"sample-app\",\"scope\":\"us-contact\",\"purpose\":\"legal-request\","
                + "\"justification\":\"A court asks for one user\",\"subject\":\"" + subject + "\"}";
        return new Shot(method, target, List.of("Content-Type: application/json"), body.getBytes(UTF_8));
    }

    private static String self(String path) {
        return "/realms/" + realm.name() + "/data-access/" + path;
    }

    /** Status, headers but the time, and body. */
    private static String told(Reply reply) {
        List<String> headers = reply.headers().stream()
                .filter(header -> !header.startsWith("date:"))
                .sorted()
                .toList();
        return reply.status() + " " + headers + "\n" + reply.body();
    }
}
