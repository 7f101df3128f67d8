/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import io.dataaccess.keycloak.persistence.LoginEndEntity;
import io.dataaccess.keycloak.persistence.RealmStores;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * When a person last signed out everywhere, was disabled or got another password. Keycloak ends their sessions at most and
 * keeps nothing of it (26.7.3), while a login that waits for an approval has no session yet, and a mailed link or an
 * assertion never has one. Those outlive a restart, so this is kept in the database, longer than any of them.
 */
public final class SignOutTime {

    private static final String NOTED = SignOutTime.class.getName() + ".";
    /** Of offline sessions that have no end of their own: such a login counts as ended then. */
    private static final int SECONDS_OF_YEAR = 366 * 24 * 60 * 60;
    /** A change on no page of a login. */
    private static final String NO_LOGIN = "";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmStores stores;

    public SignOutTime(KeycloakSession session, RealmModel realm) {
        this(session, realm, new RealmStores(session, realm.getId()));
    }

    SignOutTime(KeycloakSession session, RealmModel realm, RealmStores stores) {
        this.session = session;
        this.realm = realm;
        this.stores = stores;
    }

    /** Deletes what is older than anything that it could end. */
    public static void tidy(KeycloakSession session) {
        session.realms()
                .getRealmsStream()
                .mapToLong(SignOutTime::keptSince)
                .min()
                .ifPresent(oldest -> RealmStores.deleteLoginEndsBefore(session, oldest));
    }

    /** Of all logins. */
    public void noteNow(String userId) {
        note(userId, NO_LOGIN);
    }

    /** Of all logins but the one that is going on in this call, on whose page somebody set another password, say. */
    public void noteOthersNow(String userId) {
        note(
                userId,
                Optional.ofNullable(session.getContext().getAuthenticationSession())
                        .map(SignOutTime::id)
                        .orElse(NO_LOGIN));
    }

    /** Whether it was then or later, on whatever page; also when it is too long ago to be known. In seconds since 1970. */
    boolean isSince(UserModel user, long seconds) {
        return seconds < keptSince(realm) || !since(user, seconds).isEmpty();
    }

    /** Whether it was then or later, without what a page of this login did. */
    boolean isSince(UserModel user, AuthenticationSessionModel login, long seconds) {
        return since(user, seconds).stream().anyMatch(end -> !isOf(end, login, seconds));
    }

    /** Whether it was then or later, without what pages in this session did; also when it is too long ago to be known. */
    boolean isSince(UserModel user, UserSessionModel session, long seconds) {
        return seconds < keptSince(realm) || since(user, seconds).stream().anyMatch(end -> !isIn(end, session.getId()));
    }

    private List<LoginEndEntity> since(UserModel user, long seconds) {
        return stores.loginEnds(user.getId(), seconds);
    }

    private static boolean isOf(LoginEndEntity end, AuthenticationSessionModel login, long began) {
        return end.login()
                .filter(by -> by.equals(id(login)) || isNext(by, login, end.endedAt() == began))
                .isPresent();
    }

    /** Whether the login goes on, in that second, by the SSO cookie of the browser it was changed in: its session comes of it. */
    private static boolean isNext(String by, AuthenticationSessionModel login, boolean isSameSecond) {
        return isSameSecond
                && GivenCredentials.isCookieTaken(login)
                && isIn(by, login.getParentSession().getId());
    }

    private static boolean isIn(LoginEndEntity end, String session) {
        return end.login().filter(by -> isIn(by, session)).isPresent();
    }

    /** Keycloak calls the session as it called the login that it comes of (26.7.3). */
    private static boolean isIn(String login, String session) {
        return login.startsWith(session + ".");
    }

    /** As long as a login waits, a session lasts, an offline one included, or anything lives that was mailed or confirmed elsewhere. */
    private static long keptSince(RealmModel realm) {
        int offline =
                realm.isOfflineSessionMaxLifespanEnabled() ? realm.getOfflineSessionMaxLifespan() : SECONDS_OF_YEAR;
        IntStream links = realm.getUserActionTokenLifespans().values().stream().mapToInt(Integer::intValue);
        int longest = Stream.of(
                        IntStream.of(
                                offline,
                                realm.getSsoSessionMaxLifespan(),
                                realm.getSsoSessionMaxLifespanRememberMe(),
                                realm.getActionTokenGeneratedByUserLifespan(),
                                realm.getActionTokenGeneratedByAdminLifespan(),
                                realm.getCibaPolicy().getExpiresIn()),
                        links)
                .flatMapToInt(lifespans -> lifespans)
                .max()
                .orElseThrow();
        return Time.currentTimeSeconds() - longest;
    }

    /** Once in a call: Keycloak tells of one new password by two events (26.7.3). */
    private void note(String userId, String login) {
        String key = NOTED + userId + " " + login;
        if (session.getAttribute(key) == null) {
            session.setAttribute(key, true);
            stores.noteLoginEnd(userId, Time.currentTimeSeconds(), login.isEmpty() ? null : login);
        }
    }

    private static String id(AuthenticationSessionModel login) {
        return login.getParentSession().getId() + "." + login.getTabId();
    }
}
