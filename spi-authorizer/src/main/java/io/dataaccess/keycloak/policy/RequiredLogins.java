/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The logins that several policies ask for; what counts is the strictest of each. */
public record RequiredLogins(List<RequiredLogin> all, AcrLevels levels) {

    public RequiredLogins {
        all = List.copyOf(all);
    }

    /** Judged by the strictest of each at once: what one policy wants strong, another may want to be recent. */
    public boolean isMetBy(Login login, Instant at) {
        return strictest().isMetBy(login, at, levels);
    }

    /** Until when it is met by this login; empty when it is not at this time. */
    public Optional<Instant> metUntil(Login login, Instant at) {
        return strictest().metUntil(login, at, levels);
    }

    /** What a vote keeps of the login behind it, by which it can be judged again. */
    public Login evidence(Login login, Instant at) {
        return strictest().evidence(login, at);
    }

    /** The strictest of all, for the answer to a login that is too weak (RFC 9470). */
    public RequiredLogin strictest() {
        Duration maxAge = all.stream()
                .map(RequiredLogin::maxAge)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String acr = all.stream()
                .map(RequiredLogin::acr)
                .filter(value -> !value.isBlank())
                .max(Comparator.comparingInt(value -> levels.level(value).orElse(Integer.MAX_VALUE)))
                .orElse("");
        return new RequiredLogin(maxAge, acr);
    }
}
