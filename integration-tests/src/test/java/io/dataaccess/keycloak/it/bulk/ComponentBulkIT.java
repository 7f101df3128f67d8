/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is saved as classification or policy is taken or refused in words, and decides without failing. */
final class ComponentBulkIT {

    private static final int CASES = 150;

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Cast cast = new Cast(realm);

    @SuppressWarnings("NullAway.Init")
    private static Components components;

    @SuppressWarnings("NullAway.Init")
    private static ObjectNode policy;

    @SuppressWarnings("NullAway.Init")
    private static ObjectNode category;

    @BeforeAll
    static void find() {
        components = new Components(cast);
        policy = components.policy("us-confidential");
        category = components.category("us.user.contact");
    }

    private record Change(String field, List<String> values) {}

    @Test
    void takesOrRefusesConditionWhenAnythingIsWritten() {
        Arbitrary<Change> changes = Combinators.combine(
                        Arbitraries.of("eligibility", "eligibility", "exemption", "approverCondition"),
                        Conditions.any())
                .as((field, text) -> new Change(field, List.of(text)));

        play("conditions", policy, changes);
    }

    @Test
    void takesOrRefusesPolicyWhenAnyFieldIsWrong() {
        play("policies", policy, changes(policy));
    }

    @Test
    void takesOrRefusesCategoryWhenAnyFieldIsWrong() {
        play("categories", category, changes(category));
    }

    private static void play(String what, ObjectNode component, Arbitrary<Change> changes) {
        Rounds.play(what, CASES, changes, change -> {
            Reply reply =
                    components.save(component, change.field(), change.values().toArray(String[]::new));
            Oracle.check(reply, List.of());
            assertThat(reply.status()).isIn(204, 400);
            if (reply.status() == 204) {
                decides();
            } else {
                assertThat(Oracle.json(reply.body()).path("errorMessage").asText())
                        .isNotBlank();
            }
        });
        assertThat(components.save(component).status()).isEqualTo(204);
    }

    /** For a person who is eligible as the policy stood before, and whoever is asked. */
    private static void decides() {
        Answer decision = cast.admin("olga")
                .post("decisions", Map.of("subject", "lin", "clientId", "sample-app", "scope", "us-contact"));
        assertThat(decision.status())
                .withFailMessage(() -> "Cannot decide: " + decision.body())
                .isEqualTo(200);
        assertThat(cast.admin("olga").get("classification").status()).isEqualTo(200);
        int refused = realm.tokens()
                .password(Client.SAMPLE_APP, "lin", "openid us-contact")
                .status();
        assertThat(refused).isEqualTo(decision.body().path("allowed").asBoolean() ? 200 : 400);
    }

    private static Arbitrary<Change> changes(JsonNode component) {
        List<String> fields = Stream.concat(
                        Stream.of("name", "unknown"),
                        component.path("config").properties().stream().map(Map.Entry::getKey))
                .sorted()
                .toList();
        Arbitrary<String> value = Arbitraries.frequencyOf(
                Tuple.of(3, Texts.any()),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "PT0S",
                                "PT1S",
                                "PT8H",
                                "P366D",
                                "P367D",
                                "/us-security=1",
                                "/us-security=0",
                                "/us-security=1000",
                                "/nowhere=1",
                                "=1",
                                "/=1",
                                "CONFIDENTIAL",
                                "SECRET",
                                "US",
                                "true",
                                "maybe",
                                "(",
                                "(a+)+",
                                "[a-z",
                                "7")));
        return Combinators.combine(Arbitraries.of(fields), value.list().ofMaxSize(3))
                .as(Change::new);
    }
}
