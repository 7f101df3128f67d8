/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RemainingTimeTest {

    private static RemainingTime left(String duration) {
        return new RemainingTime(Duration.parse(duration));
    }

    @Test
    void countsHoursWhenDaysAreLeft() {
        assertThat(left("P2DT3H59M59S").text()).isEqualTo("P2DT3H");
        assertThat(left("P1D").text()).isEqualTo("P1D");
    }

    @Test
    void countsMinutesWhenHoursAreLeft() {
        assertThat(left("PT23H59M59.9S").text()).isEqualTo("PT23H59M");
        assertThat(left("PT1H").text()).isEqualTo("PT1H");
    }

    @Test
    void countsSecondsWhenMinutesAreLeft() {
        assertThat(left("PT59M59.9S").text()).isEqualTo("PT59M59S");
        assertThat(left("PT59M59.9S").seconds()).isEqualTo(3599);
    }

    @Test
    void neverSaysNothingWhenTheEndIsNear() {
        assertThat(left("PT0.2S").text()).isEqualTo("PT1S");
        assertThat(left("PT-5S").seconds()).isEqualTo(1);
    }
}
