/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DurationChoicesTest {

    private static DurationChoices choices(String longest, String usual) {
        return new DurationChoices(Duration.parse(longest), Duration.parse(usual));
    }

    @Test
    void endsWithLongestWhenItIsRound() {
        assertThat(choices("PT8H", "PT1H").texts()).containsExactly("PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H");
    }

    @Test
    void endsWithLongestWhenItIsNotRound() {
        assertThat(choices("PT90M", "PT1H").texts()).containsExactly("PT15M", "PT30M", "PT1H", "PT1H30M");
    }

    @Test
    void offersUsualWhenItIsNotRound() {
        assertThat(choices("PT1H", "PT20M").texts()).containsExactly("PT15M", "PT20M", "PT30M", "PT1H");
    }

    @Test
    void offersSomethingWhenLongestIsShort() {
        assertThat(choices("PT5M", "PT5M").texts()).containsExactly("PT5M");
    }

    @Test
    void writesDaysAsDays() {
        DurationChoices choices = choices("P2DT3H", "PT36H");

        assertThat(choices.texts()).endsWith("PT8H", "P1D", "P1DT12H", "P2D", "P2DT3H");
        assertThat(choices.longestText()).isEqualTo("P2DT3H");
        assertThat(choices.usualText()).isEqualTo("P1DT12H");
    }

    @Test
    void isUnderstoodWhenSentBack() {
        assertThat(choices("P2DT3H", "PT36H").texts().stream().map(Duration::parse))
                .contains(Duration.ofHours(51), Duration.ofHours(36), Duration.ofDays(1))
                .isSorted();
    }
}
