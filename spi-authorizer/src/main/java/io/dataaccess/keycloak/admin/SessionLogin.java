/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.login.LevelTimes;
import io.dataaccess.keycloak.login.LoginTime;
import io.dataaccess.keycloak.login.ReachableLevels;
import io.dataaccess.keycloak.policy.Login;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * The login behind the caller's token. It is read from the user session, because the tokens of the admin console are
 * lightweight: they tell neither when nor how the person logged in.
 *
 * @param session empty when the token has none, an offline or a transient one; such a login counts as old, and so does one
 *     that has noted nothing in its session
 */
record SessionLogin(AdminCall call, Optional<UserSessionModel> session) {

    static SessionLogin behind(AdminCall call) {
        AdminAuth auth = call.auth();
        Optional<UserSessionModel> session = Optional.of(auth.getToken())
                .filter(token -> !isOffline(call, token))
                .map(AccessToken::getSessionId)
                .map(id -> call.session().sessions().getUserSession(call.realm(), id))
                .filter(found -> !found.isOffline())
                .filter(found -> found.getUser().getId().equals(auth.getUser().getId()));
        return new SessionLogin(call, session);
    }

    /** An offline session has the id of the online one it came from, which may have a newer login by now (26.7.3). */
    private static boolean isOffline(AdminCall call, AccessToken token) {
        return call.session()
                .getProvider(TokenContextEncoderProvider.class)
                .getTokenContextFromTokenId(token.getId())
                .getSessionType()
                .isAllowLookupOfflineUserSession();
    }

    /** Whether somebody else acts in the session, of whatever kind it is. */
    boolean isImpersonated() {
        return Impersonation.isIn(
                call.session(), call.realm(), call.auth().getToken().getSessionId());
    }

    Login login() {
        return session.map(SessionLogin::login).orElse(Login.UNKNOWN);
    }

    /** The levels are those of the whole session, as numbers: which client and which map of names it was does not matter. */
    private static Login login(UserSessionModel session) {
        return LoginTime.of(session).map(noted -> login(session, noted.at())).orElse(Login.UNKNOWN);
    }

    private static Login login(UserSessionModel session, Instant at) {
        return new LevelTimes(session)
                .read()
                .map(levels -> new Login(at, levels))
                .orElseGet(() -> Login.of(at, OptionalInt.of(ReachableLevels.WITHOUT_LEVELS)));
    }
}
