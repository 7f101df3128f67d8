/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * How recent and how strong the login behind a vote must be (RFC 9470).
 *
 * @param maxAge longest time between login and vote
 * @param acr the least authentication context; blank asks for none
 */
public record FreshLogin(Duration maxAge, String acr) {

    public boolean isMetBy(Login login, Instant at, AcrLevels levels) {
        return !login.at().plus(maxAge).isBefore(at) && isStrong(login.acr(), levels);
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
