/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import java.time.Duration;
import java.util.Optional;

/** What is on a vote. */
public final class VoteInputs {

    private VoteInputs() {}

    public static VoteInput approve() {
        return new VoteInput(VoteDecision.APPROVE, "", Optional.empty());
    }

    public static VoteInput approve(Duration duration) {
        return new VoteInput(VoteDecision.APPROVE, "", Optional.of(duration));
    }

    public static VoteInput deny() {
        return new VoteInput(VoteDecision.DENY, "No such case", Optional.empty());
    }
}
