/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Realm;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A condition beyond a size, depth or cost is refused when saved; one just within is taken. */
final class ConditionBoundsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @SuppressWarnings("NullAway.Init")
    private static Components components;

    @SuppressWarnings("NullAway.Init")
    private static ObjectNode policy;

    @BeforeAll
    static void find() {
        components = new Components(new Cast(realm));
        policy = components.policy("us-confidential");
    }

    static Stream<Arguments> bounds() {
        String loops = "[1].all(a, [1].all(b, %s))";
        return Stream.of(
                Arguments.of("size", padded(4000), padded(4001), "too long: at most 4000 characters"),
                Arguments.of(
                        "characters, not bytes",
                        "scope != '" + "\ud83d\ude00".repeat(3989) + "'",
                        "scope != '" + "\ud83d\ude00".repeat(3990) + "'",
                        "too long: at most 4000 characters"),
                Arguments.of("depth", nested(20), nested(40), "nested deeper than 32"),
                Arguments.of("nodes", sum(20), sum(1900), ""),
                Arguments.of("loops", loops.formatted("a == b"), loops.formatted("[1].all(c, c == a)"), "line 1"),
                Arguments.of(
                        "patterns",
                        "scope.matches('(a{10}){10}')",
                        "scope.matches('(((a{100}){100}){100}){100}')",
                        "repeats"),
                Arguments.of("computed patterns", "scope.matches('a+')", "scope.matches(client.id)", "not computed"),
                Arguments.of("growth", "size(scope) < 9", "size(scope + scope) < 9", "line 1"),
                Arguments.of("no type", "scope == 'a'", "dyn(scope) == 'a'", "line 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void refusesWhenBeyondTheBound(String bound, String within, String beyond, String message) {
        for (String field : new String[] {"eligibility", "exemption", "approverCondition"}) {
            assertThat(components.save(policy, field, within).status())
                    .as(bound)
                    .isEqualTo(204);
            Reply refused = components.save(policy, field, beyond);

            assertThat(refused.status()).as(bound).isEqualTo(400);
            assertThat(Oracle.json(refused.body()).path("errorMessage").asText())
                    .startsWith(field + " does not compile: ")
                    .contains(message);
        }
    }

    private static String padded(int length) {
        return "scope != '" + "x".repeat(length - 11) + "'";
    }

    private static String nested(int depth) {
        return "!(".repeat(depth) + "true" + ")".repeat(depth);
    }

    private static String sum(int terms) {
        return "0" + "+1".repeat(terms) + " > 0";
    }
}
