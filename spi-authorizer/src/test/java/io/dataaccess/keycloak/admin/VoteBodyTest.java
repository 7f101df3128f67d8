/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.web.InvalidCallException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VoteBodyTest {

    @Test
    void readsVoteWhenItIsWhole() {
        assertThat(read("{'decision': 'DENY', 'comment': ' no ', 'duration': 'PT5M'}")
                        .input())
                .isEqualTo(new VoteInput(VoteDecision.DENY, "no", Optional.of(Duration.ofMinutes(5))));
    }

    @Test
    void readsVoteWhenItIsShort() {
        assertThat(read("{'decision': 'APPROVE'}").input())
                .isEqualTo(new VoteInput(VoteDecision.APPROVE, "", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'decision': 'approve'}", "{'decision': 'MAYBE'}", "{'decision': ''}"})
    void refusesWhenDecisionIsUnknown(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidCallException.class)
                .hasMessageContaining("decision");
    }

    private static VoteBody read(String json) {
        return VoteBody.read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
