/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import io.dataaccess.keycloak.policy.Login;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.IDToken;

/**
 * The login that a session stands for, as votes and changes of an account take it. It is read from the user session, because
 * the tokens of the admin console are lightweight: they tell neither when nor how the person logged in.
 *
 * @param client the one that asks in the session
 * @param session empty when a token has none, an offline or a transient one; such a login counts as old, and so does one that
 *     has noted nothing in its session, or that was ended since without Keycloak ending the session (26.7.3)
 */
public record SessionLogin(
        KeycloakSession keycloak, RealmModel realm, ClientModel client, Optional<UserSessionModel> session) {

    /** The login behind a token of this client. */
    public static SessionLogin behind(KeycloakSession keycloak, RealmModel realm, ClientModel client, IDToken token) {
        Optional<UserSessionModel> session = Optional.ofNullable(token.getSessionId())
                .filter(id -> !isOffline(keycloak, token))
                .map(id -> keycloak.sessions().getUserSession(realm, id))
                .filter(found -> !found.isOffline());
        return new SessionLogin(keycloak, realm, client, session);
    }

    /** An offline session has the id of the online one it came from, which may have a newer login by now (26.7.3). */
    private static boolean isOffline(KeycloakSession keycloak, IDToken token) {
        return token.getId() == null
                || keycloak.getProvider(TokenContextEncoderProvider.class)
                        .getTokenContextFromTokenId(token.getId())
                        .getSessionType()
                        .isAllowLookupOfflineUserSession();
    }

    /** This login if it is this person's; else one that counts as old. */
    public SessionLogin of(UserModel user) {
        return new SessionLogin(
                keycloak,
                realm,
                client,
                session.filter(found -> found.getUser().getId().equals(user.getId())));
    }

    public Login login() {
        return session.map(this::login).orElse(Login.UNKNOWN);
    }

    /** Whether the login that the session tells of was ended, while the session goes on; its start counts where it tells of none. */
    public boolean isEnded() {
        return session.filter(found -> end(found).isSince(found, begun(found))).isPresent();
    }

    /**
     * In seconds since 1970. An identity provider may have asked for credentials long before somebody came from there: then it is
     * the session here that was ended, or was not.
     */
    private static long begun(UserSessionModel found) {
        long given = LoginTime.of(found).map(LoginTime::seconds).orElse((long) found.getStarted());
        return found.getBrokerUserId() == null ? given : Math.max(given, found.getStarted());
    }

    private LoginEnd end(UserSessionModel found) {
        return new LoginEnd(keycloak, realm, client, found.getUser());
    }

    /** The levels are those of the whole session, as numbers: which client and which map of names it was does not matter. */
    private Login login(UserSessionModel session) {
        LoginEnd end = end(session);
        return LoginTime.of(session)
                .filter(noted -> !end.isSince(session, noted.seconds()))
                .map(noted -> login(session, noted.at(), end))
                .orElse(Login.UNKNOWN);
    }

    private static Login login(UserSessionModel session, Instant at, LoginEnd end) {
        return new LevelTimes(session)
                .read()
                .map(levels -> new Login(at, holding(levels, session, end)))
                .orElseGet(() -> Login.of(at, OptionalInt.of(ReachableLevels.WITHOUT_LEVELS)));
    }

    /** A second factor may have been given long before the password, and all logins ended in between. */
    private static Map<Integer, Instant> holding(Map<Integer, Instant> levels, UserSessionModel session, LoginEnd end) {
        return levels.entrySet().stream()
                .filter(level -> !end.isSince(session, level.getValue().getEpochSecond()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
