/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import jakarta.ws.rs.NotAuthorizedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.IDToken;
import org.keycloak.services.managers.AppAuthManager;

/**
 * The user sessions that a call names, found as Keycloak finds them: by the session id in token or cookie, in the realm that
 * issued the token, which for an administrator of the server is another than the one in the path. None for a token that the
 * realm has not signed: it opens nothing at Keycloak, and who only knows an id writes no event with it. Whatever else makes
 * a token valid Keycloak looks at afterwards; one bound to a key may be checked only once.
 */
final class CallerSessions {

    /** Whatever a realm signs, for another server say: what a database might not take as a value is not looked for. */
    private static final Pattern SESSION_ID = Pattern.compile("[!-~]{1,255}");

    /** Letters of any language, as in an address: what is escaped is escaped well. */
    private static final Pattern ESCAPED = Pattern.compile("(?:[^%\\p{C}]|%[0-9A-Fa-f]{2}){1,1000}");

    private static final Pattern REALM = Pattern.compile("[^\\p{C}]{1,255}");

    private final KeycloakSession session;

    CallerSessions(KeycloakSession session) {
        this.session = session;
    }

    /** Online and offline sessions have ids of one kind. */
    Stream<UserSessionModel> ofToken() {
        return token().flatMap(SignedToken::read).stream()
                .flatMap(token -> realmName(token.content().getIssuer()).map(session.realms()::getRealmByName).stream()
                        .flatMap(realm -> find(realm, token)));
    }

    Stream<UserSessionModel> ofCookie(RealmModel realm) {
        return Optional.ofNullable(session.getProvider(CookieProvider.class).get(CookieType.IDENTITY))
                .flatMap(SignedToken::read)
                .stream()
                .flatMap(token -> find(realm, token));
    }

    /** The token of this call, if this realm has signed it. */
    Optional<IDToken> tokenOf(RealmModel realm) {
        return token().flatMap(SignedToken::read)
                .filter(token -> token.isSignedBy(session, realm))
                .map(SignedToken::content);
    }

    /** Those that a token of this realm names. */
    static Stream<UserSessionModel> of(KeycloakSession session, RealmModel realm, IDToken token) {
        return new CallerSessions(session).named(realm, token);
    }

    private Optional<String> token() {
        try {
            return Optional.ofNullable(AppAuthManager.extractAuthorizationHeaderToken(
                    session.getContext().getHttpRequest().getHttpHeaders()));
        } catch (NotAuthorizedException e) {
            return Optional.empty();
        }
    }

    private Stream<UserSessionModel> find(RealmModel realm, SignedToken token) {
        return token.isSignedBy(session, realm) ? named(realm, token.content()) : Stream.empty();
    }

    private Stream<UserSessionModel> named(RealmModel realm, IDToken token) {
        return sessionId(token).stream()
                .flatMap(id -> Stream.of(true, false).flatMap(offline -> Stream.ofNullable(find(realm, id, offline))));
    }

    private @Nullable UserSessionModel find(RealmModel realm, String id, boolean offline) {
        return offline
                ? session.sessions().getOfflineUserSession(realm, id)
                : session.sessions().getUserSession(realm, id);
    }

    /** Empty when the token names no session that can be. */
    static Optional<String> sessionId(IDToken token) {
        return Optional.ofNullable(token.getSessionId())
                .filter(id -> SESSION_ID.matcher(id).matches());
    }

    /** The last segment of an issuer, as Keycloak's administration reads it; empty when no realm can be called so. */
    static Optional<String> realmName(@Nullable String issuer) {
        return Optional.ofNullable(issuer)
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .filter(segment -> ESCAPED.matcher(segment).matches())
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .filter(name -> REALM.matcher(name).matches());
    }
}
