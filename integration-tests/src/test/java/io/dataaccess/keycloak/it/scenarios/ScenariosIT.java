/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.scenarios.Scenario;
import io.dataaccess.keycloak.scenarios.Scenario.Expected;
import io.dataaccess.keycloak.scenarios.Scenario.Question;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code ScenariosTest} asks the kernel, asked of the server; one realm, put back after each scenario. */
@DisplayName("The decision tables, on a real Keycloak")
final class ScenariosIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Path TABLES = Path.of("..", "scenarios");

    private static final People people = new People(realm);
    private static final Asking asking = new Asking(realm);

    @BeforeAll
    static void prepare() {
        people.prepare();
        asking.prepare();
        realm.allowSeveralValues("legal_entity");
    }

    @TestFactory
    Stream<DynamicNode> decidesAsTheTablesSay() {
        List<Path> tables = Scenario.tables(TABLES).toList();
        assertThat(tables).isNotEmpty();
        return tables.stream()
                .map(table -> dynamicContainer(
                        String.valueOf(table.getFileName()),
                        Scenario.of(table).stream()
                                .map(scenario -> dynamicTest(scenario.name(), () -> assertHolds(scenario)))));
    }

    private static void assertHolds(Scenario scenario) {
        try (Changing changing = new Changing(realm)) {
            changing.apply(scenario.realm());
            Instant start = Instant.now();
            scenario.grants().forEach(people::give);
            changing.apply(scenario.then());
            assertAnswers(scenario, start);
        } finally {
            new Database(realm).forgetRequestsAndGrants();
        }
    }

    private static void assertAnswers(Scenario scenario, Instant start) {
        Question question = scenario.question();
        Answer together = asking.token(question, question.scopes());
        if (scenario.isAllowed()) {
            assertAllowed(together, scenario.expect(), start);
            scenario.longestToken()
                    .ifPresent(token -> assertEnd(together.claims().path("exp"), start, token));
        } else {
            assertRefused(
                    together,
                    scenario.expect().values().stream()
                            .filter(expected -> !expected.isAllowed())
                            .map(Expected::is)
                            .toList());
        }
        scenario.expect().forEach((scope, expected) -> assertAlone(question, scope, expected, start));
    }

    private static void assertAlone(Question question, String scope, Expected expected, Instant start) {
        if (question.scopes().size() > 1) {
            Answer alone = asking.token(question, List.of(scope));
            if (expected.isAllowed()) {
                assertAllowed(alone, Map.of(scope, expected), start);
            } else {
                assertRefused(alone, List.of(expected.is()));
            }
        }
        // Somebody who tries it impersonates nobody.
        if (!question.impersonated()) {
            JsonNode tried =
                    people.tryIt(question.subject(), question.client(), scope).body();
            assertThat(tried.path("allowed").asBoolean()).as(tried.toString()).isEqualTo(expected.isAllowed());
            assertThat(tried.path("reason").asText("allowed")).isEqualTo(expected.is());
            assertThat(tried.path("grant").isObject()).isEqualTo(expected.end().isPresent());
        }
    }

    private static void assertRefused(Answer answer, List<String> reasons) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().has("access_token")).isFalse();
        assertThat(answer.reason()).isIn(reasons);
    }

    private static void assertAllowed(Answer answer, Map<String, Expected> expected, Instant start) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.scopes()).containsAll(expected.keySet());
        JsonNode details = answer.claims().path("authorization_details");
        assertThat(details.findValuesAsText("identifier")).containsExactlyInAnyOrderElementsOf(expected.keySet());
        details.forEach(entry -> {
            Expected one =
                    Objects.requireNonNull(expected.get(entry.path("identifier").asText()));
            JsonNode until = entry.at("/approval/approved_until");
            assertThat(until.isNumber()).isEqualTo(one.end().isPresent());
            one.end().ifPresent(end -> {
                assertEnd(until, start, end);
                assertThat(answer.claims().path("exp").asLong()).isLessThanOrEqualTo(until.asLong());
            });
        });
    }

    /** That long after the grants were given or the token was, whichever it depends on; claims are whole seconds. */
    private static void assertEnd(JsonNode claim, Instant start, Duration lasting) {
        assertThat(Instant.ofEpochSecond(claim.asLong()))
                .isBetween(start.plus(lasting).minusSeconds(1), Instant.now().plus(lasting));
    }
}
