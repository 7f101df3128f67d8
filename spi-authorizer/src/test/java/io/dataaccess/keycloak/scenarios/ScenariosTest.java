/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.scenarios;

import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.scenarios.Scenario.Expected;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The decision tables, on the kernel")
class ScenariosTest {

    private static final Path TABLES = Path.of("..", "scenarios");

    @TestFactory
    Stream<DynamicNode> decidesAsTheTablesSay() {
        return Scenario.tables(TABLES)
                .map(table -> dynamicContainer(
                        String.valueOf(table.getFileName()),
                        Scenario.of(table).stream()
                                .map(scenario -> dynamicTest(scenario.name(), () -> assertHolds(scenario)))));
    }

    @Test
    void coversEveryReasonAndItsOpposite() {
        Set<String> outcomes = all().flatMap(scenario -> scenario.expect().values().stream())
                .map(Expected::is)
                .collect(toSet());
        Set<String> reasons =
                Stream.of(RefusalReason.values()).map(RefusalReason::code).collect(toSet());
        reasons.add(Expected.ALLOWED);
        assertThat(outcomes).isEqualTo(reasons);
    }

    @Test
    void callsEveryScenarioByItsOwnName() {
        assertThat(all().map(Scenario::name).toList()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    private static Stream<Scenario> all() {
        return Scenario.tables(TABLES).map(Scenario::of).flatMap(List::stream);
    }

    private static void assertHolds(Scenario scenario) {
        Decision decision = new KernelRealm().decide(scenario);
        Map<String, Expected> actual = decision.scopes().stream()
                .collect(toMap(scope -> scope.scope().ref().name(), ScenariosTest::outcome));
        assertThat(actual).isEqualTo(scenario.expect());
        assertThat(decision.isAllowed()).isEqualTo(scenario.isAllowed());
        scenario.longestToken()
                .ifPresent(token -> assertThat(decision.tokenEnd(NOON)).contains(NOON.plus(token)));
    }

    private static Expected outcome(ScopeDecision decision) {
        String is = decision.refusal().map(RefusalReason::code).orElse(Expected.ALLOWED);
        String until = decision.until()
                .map(end -> Duration.between(NOON, end).toString())
                .orElse(null);
        return new Expected(is, until);
    }
}
