/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How recent and how strong the login behind a vote must be (RFC 9470).
 *
 * @param maxAge longest time between login and vote
 * @param acr the least authentication context; blank asks for none
 */
public record FreshLogin(Duration maxAge, String acr) {

    /** As much as the clocks of two nodes may differ: a login may be that far in the future. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    public boolean isMetBy(Login login, Instant at, AcrLevels levels) {
        return isFresh(login.at(), at) && isStrong(login.acr(), levels);
    }

    /**
     * In whole seconds, as Keycloak notes logins and judges max_age: who logged in for the challenge would get it again.
     * After a clock was set back, a login would stay fresh for as much longer: it is from the future, and not taken.
     */
    private boolean isFresh(Instant login, Instant at) {
        return !login.plus(maxAge).isBefore(at.truncatedTo(ChronoUnit.SECONDS)) && !login.isAfter(at.plus(SKEW));
    }

    private boolean isStrong(String given, AcrLevels levels) {
        if (acr.isBlank()) {
            return true;
        }
        return levels.level(acr).isPresent()
                && levels.level(given).isPresent()
                && levels.level(given).getAsInt() >= levels.level(acr).getAsInt();
    }
}
