/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.IDToken;
import org.keycloak.services.managers.AppAuthManager;

/**
 * The user sessions that a call names, found as Keycloak finds them: by the session id in token or cookie. Whether these
 * are valid is not looked at, Keycloak does that afterwards; a token bound to a key may be checked only once.
 */
final class CallersSession {

    /** The token is not checked yet: what a database might not take as a value is not looked for. */
    private static final Pattern SESSION_ID = Pattern.compile("[!-~]{1,255}");

    private final KeycloakSession session;
    private final RealmModel realm;

    CallersSession(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Online and offline sessions have ids of one kind. */
    Stream<UserSessionModel> ofToken() {
        try {
            return find(AppAuthManager.extractAuthorizationHeaderToken(
                    session.getContext().getHttpRequest().getHttpHeaders()));
        } catch (NotAuthorizedException e) {
            return Stream.empty();
        }
    }

    Stream<UserSessionModel> ofCookie() {
        return find(session.getProvider(CookieProvider.class).get(CookieType.IDENTITY));
    }

    private Stream<UserSessionModel> find(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return Stream.empty();
        }
        return sessionId(token).stream()
                .flatMap(id -> Stream.of(true, false).flatMap(offline -> Stream.ofNullable(find(id, offline))));
    }

    private @Nullable UserSessionModel find(String id, boolean offline) {
        return offline
                ? session.sessions().getOfflineUserSession(realm, id)
                : session.sessions().getUserSession(realm, id);
    }

    /** Empty for what is no token, or names no session that can be: neither opens anything at Keycloak. */
    static Optional<String> sessionId(String token) {
        try {
            return Optional.ofNullable(new JWSInput(token).readJsonContent(IDToken.class))
                    .map(IDToken::getSessionId)
                    .filter(id -> SESSION_ID.matcher(id).matches());
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }
}
