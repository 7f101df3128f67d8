/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PromptStateTest {

    @Test
    void givesUpOnlyTheSignInWhenNothingHasEnded() {
        assertThat(Stream.of(
                        PromptState.asking(List.of()),
                        PromptState.waiting(List.of(), List.of()),
                        PromptState.noticing(List.of()),
                        PromptState.confirming(List.of()),
                        PromptState.done()))
                .extracting(PromptState::outcome)
                .containsOnly("sign_in_cancelled");
    }

    @Test
    void saysHowItEndedWhenARequestHas() {
        assertThat(PromptState.answered("cancelled", List.of(), List.of()).outcome())
                .isEqualTo("cancelled");
        assertThat(PromptState.answered("denied", List.of(), List.of()).outcome())
                .isEqualTo("denied");
    }
}
