/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import java.time.Duration;
import java.util.Optional;

/** What is on a vote. */
public final class Ballots {

    private Ballots() {}

    public static Ballot approve() {
        return new Ballot(Choice.APPROVE, "", Optional.empty());
    }

    public static Ballot approve(Duration duration) {
        return new Ballot(Choice.APPROVE, "", Optional.of(duration));
    }

    public static Ballot deny() {
        return new Ballot(Choice.DENY, "No such case", Optional.empty());
    }
}
