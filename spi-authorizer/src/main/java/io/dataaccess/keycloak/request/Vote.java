/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.UserRef;
import java.util.Optional;

/**
 * One approver's vote.
 *
 * @param countedFor the group it counts for; empty when it does not count (any more), and for a denial
 */
public record Vote(UserRef approver, Ballot ballot, Evidence evidence, Optional<GroupRef> countedFor) {

    public boolean is(Choice choice) {
        return ballot.choice() == choice;
    }

    /** A denial always counts. */
    public boolean counts() {
        return is(Choice.DENY) || countedFor.isPresent();
    }

    Vote countFor(Optional<GroupRef> group) {
        return new Vote(approver, ballot, evidence, group);
    }
}
