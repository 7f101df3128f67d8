/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a login has noted in its session of when its credentials were given. Keycloak's own note says the same when it knows
 * nothing: it takes the moment of a login at an identity provider that tells no time, and of one that has waited (26.7.3).
 *
 * @param seconds since 1970, as Keycloak's note says
 * @param known whether the credentials were given then; else they may have been given long before
 */
record LoginTime(long seconds, boolean known) {

    private static final String NOTE = "data-access.login-time";
    private static final String UNKNOWN = " unknown";
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,10})(" + UNKNOWN + ")?");

    /** Notes it for the session that the login will end in. */
    public void note(AuthenticationSessionModel login) {
        login.setUserSessionNote(NOTE, seconds + (known ? "" : UNKNOWN));
    }

    /** Empty when the session's last login has noted nothing, as when the required action is off. */
    public static Optional<LoginTime> of(UserSessionModel session) {
        // A direct grant leaves Keycloak's note out.
        String ofKeycloak = session.getNote(AuthenticationManager.AUTH_TIME);
        return Optional.ofNullable(session.getNote(NOTE))
                .map(WRITTEN::matcher)
                .filter(Matcher::matches)
                .map(found -> new LoginTime(Long.parseLong(found.group(1)), found.group(2) == null))
                .filter(noted -> ofKeycloak == null || ofKeycloak.equals(String.valueOf(noted.seconds())));
    }

    /** When the credentials were given; {@link Instant#EPOCH} when nobody knows. */
    public Instant at() {
        return known ? Instant.ofEpochSecond(seconds) : Instant.EPOCH;
    }
}
