/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static io.dataaccess.keycloak.access.SettableClock.NOON;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.policy.AcrLevels;
import io.dataaccess.keycloak.policy.Login;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody about to decide, after this or that login. */
public final class Voters {

    private static final AcrLevels LEVELS = new AcrLevels(Map.of("silver", 1, "gold", 2));

    private Voters() {}

    /** Logged in strongly, a minute before noon. */
    public static Voter fresh(Person person) {
        return loggedIn(NOON.minus(Duration.ofMinutes(1)), "gold", person);
    }

    public static Voter loggedIn(Instant at, String acr, Person person) {
        return new Voter(person, Login.of(at, LEVELS.level(acr)), false);
    }

    public static Voter impersonated(Person person) {
        return new Voter(person, fresh(person).login(), true);
    }
}
