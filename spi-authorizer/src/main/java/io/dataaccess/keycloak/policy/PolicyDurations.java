/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Duration;

/**
 * How long things last under a policy.
 *
 * @param maxDuration of a grant
 * @param defaultDuration of a grant when nothing is asked
 * @param pendingExpiry how long a request waits for its decision
 * @param maxTokenLifespan the longest life of an access token
 */
public record PolicyDurations(
        Duration maxDuration, Duration defaultDuration, Duration pendingExpiry, Duration maxTokenLifespan) {

    public PolicyDurations {
        if (!isPositive(maxDuration)
                || !isPositive(defaultDuration)
                || !isPositive(pendingExpiry)
                || !isPositive(maxTokenLifespan)) {
            throw new IllegalArgumentException("Durations of a policy are longer than nothing");
        }
        if (defaultDuration.compareTo(maxDuration) > 0) {
            throw new IllegalArgumentException("What is granted when nothing is asked is no longer than the longest");
        }
    }

    /** The shorter of each. */
    PolicyDurations shortest(PolicyDurations other) {
        return new PolicyDurations(
                shorter(maxDuration, other.maxDuration),
                shorter(defaultDuration, other.defaultDuration),
                shorter(pendingExpiry, other.pendingExpiry),
                shorter(maxTokenLifespan, other.maxTokenLifespan));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
