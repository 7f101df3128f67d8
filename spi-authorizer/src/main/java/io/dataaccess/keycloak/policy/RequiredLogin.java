/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How recent and how strong the login behind a vote must be (RFC 9470).
 *
 * @param maxAge longest time between vote and the moment at which the needed level was reached, or any where none is asked for
 * @param acr the least authentication context; blank asks for none
 */
public record RequiredLogin(Duration maxAge, String acr) {

    /** As much as the clocks of two nodes may differ: a login may be that far in the future. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * Whether the login is strong enough and was so recently: an old second factor and a new password are two logins,
     * neither of which is both.
     */
    public boolean isMetBy(Login login, Instant at, AcrLevels levels) {
        return metUntil(login, at, levels).isPresent();
    }

    /** Until when the login stays as strong and recent as it must be, to the second; empty when it is not at this time. */
    public Optional<Instant> metUntil(Login login, Instant at, AcrLevels levels) {
        return counted(login, levels).filter(time -> isFresh(time, at)).map(time -> time.plus(maxAge));
    }

    /** The time that counts of a login; empty when it is not strong enough. */
    private Optional<Instant> counted(Login login, AcrLevels levels) {
        if (acr.isBlank()) {
            return Optional.of(login.at());
        }
        OptionalInt level = levels.level(acr);
        return level.isPresent() ? login.reached(level.getAsInt()) : Optional.empty();
    }

    /**
     * What a decision that was taken after this login keeps of it: the highest level that was reached recently enough, and
     * when; the time alone where no level was.
     */
    Login evidence(Login login, Instant at) {
        return login.levels().keySet().stream()
                .filter(level -> isFresh(login.reached(level).orElseThrow(), at))
                .max(Comparator.naturalOrder())
                .map(level -> Login.of(login.reached(level).orElseThrow(), OptionalInt.of(level)))
                .orElseGet(() -> Login.of(login.at(), OptionalInt.empty()));
    }

    /**
     * In whole seconds, as Keycloak notes logins and judges max_age: who logged in for the challenge would get it again.
     * After a clock was set back, a login would stay fresh for as much longer: it is from the future, and not taken.
     */
    private boolean isFresh(Instant login, Instant at) {
        return !login.plus(maxAge).isBefore(at.truncatedTo(ChronoUnit.SECONDS)) && !login.isAfter(at.plus(SKEW));
    }
}
