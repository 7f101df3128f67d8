/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.UserRef;
import java.util.Optional;

/**
 * One approver's vote.
 *
 * @param countedFor the group it counts for; empty when it does not count (any more), and for a denial
 */
public record Vote(UserRef approver, VoteInput input, VoteEvidence evidence, Optional<GroupRef> countedFor) {

    public boolean is(VoteDecision decision) {
        return input.decision() == decision;
    }

    /** A denial always counts. */
    public boolean counts() {
        return is(VoteDecision.DENY) || countedFor.isPresent();
    }

    public Vote countFor(Optional<GroupRef> group) {
        return new Vote(approver, input, evidence, group);
    }
}
