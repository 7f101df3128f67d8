/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextPatternTest {

    private final ConditionCompiler conditions = new ConditionCompiler(2);

    @Test
    void matchesWhenTheWholeTextFits() {
        TextPattern pattern = conditions.pattern("[A-Z]+-[0-9]+");

        assertThat(pattern.matches("CASE-18")).isTrue();
        assertThat(pattern.matches("CASE-18 and more")).isFalse();
        assertThat(pattern.matches("a CASE-18")).isFalse();
        assertThat(pattern.matches("CASE-18\n")).isFalse();
        assertThat(pattern.source()).isEqualTo("[A-Z]+-[0-9]+");
    }

    /** A backtracking engine needs 2 to the power of the length for this; there would be no end to wait for. */
    @Test
    void answersWhenABacktrackingEngineWouldNot() {
        assertThat(conditions.pattern("(A+)+-1").matches("A".repeat(255))).isFalse();
        assertThat(conditions.pattern("(A+)+-1").matches("A".repeat(253) + "-1"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=A)A", "(?<!A)A", "(A)\\1", "[A-Z", "A{2,1}", "(?>A)", "A++", "(a{100}){100}{100}"})
    void refusesPatternWhenItIsNotRe2(String source) {
        assertThatThrownBy(() -> conditions.pattern(source)).isInstanceOf(ConditionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?i)case-[0-9]{1,6}", "\\pL+", "(?:CASE|REQ)-\\d+", "(?P<kind>A)-1"})
    void takesPatternWhenItIsRe2(String source) {
        assertThat(conditions.pattern(source).source()).isEqualTo(source);
    }

    @Test
    void keepsPatternWhenItWasUsedLately() {
        TextPattern first = conditions.pattern("A");

        assertThat(conditions.pattern("A")).isSameAs(first);
        conditions.pattern("B");
        conditions.pattern("C");
        assertThat(conditions.pattern("A")).isNotSameAs(first);
    }
}
