/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * When a person last signed out everywhere, was disabled or got another password. Keycloak ends their sessions at most and
 * keeps nothing of it (26.7.3), and a login that waits for an approval has no session yet: it lives in the same cache as
 * this, and no longer.
 */
public final class SignOutTime {

    private static final String ALL = "data-access.signed-out.";
    private static final String OTHERS = "data-access.signed-out-elsewhere.";
    private static final String AT = "at";
    private static final String BY = "by";
    private static final String AT_BY_OTHERS = "at-by-others";

    private final KeycloakSession session;
    private final RealmModel realm;

    public SignOutTime(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Of all logins. */
    public void noteNow(String userId) {
        put(ALL + userId, Map.of(AT, now()));
    }

    /** Of all logins but the one that is going on in this call, on whose page somebody set another password, say. */
    public void noteOthersNow(String userId) {
        String login = Optional.ofNullable(session.getContext().getAuthenticationSession())
                .map(SignOutTime::id)
                .orElse("");
        Map<String, String> notes = new HashMap<>(Map.of(AT, now(), BY, login));
        Optional.ofNullable(session.singleUseObjects().get(OTHERS + userId))
                .map(former -> atByOthers(former, login))
                .ifPresent(at -> notes.put(AT_BY_OTHERS, at));
        put(OTHERS + userId, notes);
    }

    /** Whether it was then or later; in seconds since 1970. On whose page it was, does not matter. */
    boolean isSince(UserModel user, long seconds) {
        return Stream.of(ALL, OTHERS).anyMatch(kind -> is(kind + user.getId(), seconds, notes -> notes.get(AT)));
    }

    /** Whether it was then or later, without what a page of this login did. */
    boolean isSince(UserModel user, AuthenticationSessionModel login, long seconds) {
        return is(ALL + user.getId(), seconds, notes -> notes.get(AT))
                || is(
                        OTHERS + user.getId(),
                        seconds,
                        notes -> atByOthers(
                                notes, isNext(notes, login, seconds) ? notes.getOrDefault(BY, "") : id(login)));
    }

    /** Whether the login goes on, in that second, by the SSO cookie of the browser it was changed in: its session comes of it. */
    private static boolean isNext(Map<String, String> notes, AuthenticationSessionModel login, long seconds) {
        return GivenCredentials.isCookieTaken(login)
                && String.valueOf(seconds).equals(notes.get(AT))
                && notes.getOrDefault(BY, "")
                        .startsWith(login.getParentSession().getId() + ".");
    }

    private boolean is(String key, long seconds, Function<Map<String, String>, @Nullable String> at) {
        return Optional.ofNullable(session.singleUseObjects().get(key))
                .map(at)
                .filter(found -> Long.parseLong(found) >= seconds)
                .isPresent();
    }

    /** The last time that it was by a page of any other login: one's own page does not hide it. */
    private static @Nullable String atByOthers(Map<String, String> notes, String login) {
        return notes.get(login.equals(notes.get(BY)) ? AT_BY_OTHERS : AT);
    }

    /** Keycloak fails at a second entry of one key in a call (26.7.3), as of the two events of one new password. */
    private void put(String key, Map<String, String> notes) {
        if (session.getAttribute(key) != null) {
            return;
        }
        session.setAttribute(key, true);
        int longest = Math.max(realm.getSsoSessionMaxLifespan(), realm.getSsoSessionMaxLifespanRememberMe());
        session.singleUseObjects().put(key, longest, notes);
    }

    private static String id(AuthenticationSessionModel login) {
        return login.getParentSession().getId() + "." + login.getTabId();
    }

    private static String now() {
        return String.valueOf(Time.currentTimeSeconds());
    }
}
