/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StandingTest {

    @Test
    void givesUpOnlyTheSignInWhenNothingHasEnded() {
        assertThat(Stream.of(
                        Standing.asking(List.of()),
                        Standing.waiting(List.of(), List.of()),
                        Standing.noticing(List.of()),
                        Standing.confirming(List.of()),
                        Standing.done()))
                .extracting(Standing::outcome)
                .containsOnly("sign_in_cancelled");
    }

    @Test
    void saysHowItEndedWhenARequestHas() {
        assertThat(Standing.answered("cancelled", List.of(), List.of()).outcome())
                .isEqualTo("cancelled");
        assertThat(Standing.answered("denied", List.of(), List.of()).outcome()).isEqualTo("denied");
    }
}
