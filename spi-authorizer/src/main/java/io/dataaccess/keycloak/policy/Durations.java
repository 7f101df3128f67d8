/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Duration;

/**
 * How long things last under a policy.
 *
 * @param longest of a grant
 * @param usual of a grant when nothing is asked
 * @param pending how long a request waits for its decision
 * @param token the longest life of an access token
 */
public record Durations(Duration longest, Duration usual, Duration pending, Duration token) {

    public Durations {
        if (!isPositive(longest) || !isPositive(usual) || !isPositive(pending) || !isPositive(token)) {
            throw new IllegalArgumentException("Durations of a policy are longer than nothing");
        }
        if (usual.compareTo(longest) > 0) {
            throw new IllegalArgumentException("What is granted when nothing is asked is no longer than the longest");
        }
    }

    /** The shorter of each. */
    Durations shortest(Durations other) {
        return new Durations(
                shorter(longest, other.longest),
                shorter(usual, other.usual),
                shorter(pending, other.pending),
                shorter(token, other.token));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
