/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of the step-up take whatever is sent to them. */
final class FormBulkIT {

    private static final int CASES = 300;
    private static final String MARIAS = "marker-of-maria-77b2";

    private static final Map<String, List<String>> GOOD = Map.of(
            "purpose", List.of("legal-request", "safety-review"),
            "justification", List.of("A court asks for one user"),
            "ticket", List.of("LEG-1", ""),
            "duration", List.of("PT1H", "PT15M"),
            "urgent", List.of("on"),
            "action",
                    List.of(
                            "file",
                            "file",
                            "file",
                            "withdraw",
                            "withdraw-now",
                            "remind",
                            "again",
                            "continue",
                            "cancel"));
    /** An unknown charset, a broken multipart and what is no percent encoding fail in Quarkus, before Keycloak (26.7.3). */
    private static final List<String> TYPES =
            List.of("text/plain", "application/json", "application/x-www-form-urlencoded; charset=utf-16");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Cast cast = new Cast(realm);

    @SuppressWarnings("NullAway.Init")
    private static String planted;

    @SuppressWarnings("NullAway.Init")
    private static JsonNode before;

    @BeforeAll
    static void plant() {
        planted = cast.file("maria", "us-contact", "A court asks " + MARIAS);
        before = cast.request(planted);
    }

    /** A form as it is sent. */
    private record Sent(String type, String body) {}

    @Test
    void showsAPageWhenAnythingIsSent() {
        Sitting lin = new Sitting(
                new Wire(cast.server()), realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"), "lin");
        assertThat(lin.page().select("#kc-data-access-form")).hasSize(1);

        Rounds.play("step-up forms", CASES, forms(), sent -> {
            String body = sent.body().startsWith("action=") ? sent.body() + "&" + lin.hidden() : sent.body();
            Oracle.check(lin.send(sent.type(), body.getBytes(UTF_8)), List.of(MARIAS));
            assertThat(lin.page().select("fz7, [onload]")).isEmpty();
        });

        assertThat(cast.request(planted)).isEqualTo(before);
        cast.logInAgain();
        cast.self("lin").get("requests?max=100").each("justification").forEach(FormBulkIT::assertReadable);
    }

    @Test
    void tellsProgressWhenAskedInAnyWay() {
        Sitting lin = new Sitting(
                new Wire(cast.server()), realm.tokens().loginUrl(Client.SAMPLE_APP, "openid eu-contact"), "sam");
        Arbitrary<String> accepts = Arbitraries.oneOf(
                Arbitraries.of("application/json", "text/html", "*/*;q=0", "application/json;q=x", "x", "a/b/c", ""),
                Texts.known().filter(text -> text.chars().allMatch(c -> c >= ' ' && c < 0x7f)));

        Rounds.play("step-up progress", CASES / 10, accepts, accept -> Oracle.check(lin.poll(accept), List.of(MARIAS)));
    }

    private static void assertReadable(String text) {
        assertThat(text.codePoints().filter(point -> point != '\n' && point != '\r' && point != '\t'))
                .noneMatch(Character::isISOControl);
        assertThat(text.codePointCount(0, text.length())).isBetween(10, 2000);
    }

    private static Arbitrary<Sent> forms() {
        Arbitrary<String> field = Arbitraries.of(
                        "action", "purpose", "justification", "ticket", "duration", "urgent", "shown")
                .flatMap(name -> Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of(GOOD.getOrDefault(name, List.of("")))),
                                Tuple.of(name.equals("action") ? 1 : 3, Texts.any()))
                        .map(Shots::encoded)
                        .map(value -> name + "=" + value));
        Arbitrary<String> odd = Arbitraries.oneOf(
                Arbitraries.of("justification=%c3%28", "=&=", "&&&", "a=%00", "session_code=x"),
                Combinators.combine(Texts.known(), Texts.known())
                        .as((name, value) -> Shots.encoded(name) + "=" + Shots.encoded(value)),
                Arbitraries.of(1024 * 1024).map(size -> "justification=" + "x".repeat(size)));
        Arbitrary<String> usual = Arbitraries.just(
                "action=file&purpose=legal-request&justification=A+court+asks+for+one+user&duration=PT1H");
        Arbitrary<String> body = Arbitraries.frequencyOf(
                Tuple.of(6, field.list().ofMaxSize(8).map(fields -> "action=file&" + String.join("&", fields))),
                Tuple.of(6, Combinators.combine(field, usual).as((one, rest) -> one + "&" + rest)),
                Tuple.of(3, Combinators.combine(odd, usual).as((one, rest) -> one + "&" + rest)),
                Tuple.of(1, Texts.any().filter(text -> !text.contains("%"))),
                Tuple.of(2, Arbitraries.of("action=withdraw", "action=again", "action=continue", "action=cancel", "")));
        Arbitrary<String> type = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.just("application/x-www-form-urlencoded")),
                Tuple.of(1, Arbitraries.of(TYPES)));
        return Combinators.combine(type, body).as(Sent::new);
    }
}
