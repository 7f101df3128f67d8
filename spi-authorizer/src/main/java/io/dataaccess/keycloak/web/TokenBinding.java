/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.dataaccess.keycloak.login.SubjectClaims;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.util.DefaultClientSessionContext;

/**
 * Whether user, session and client of a bearer token belong together. Keycloak takes each from a claim of its own, and a
 * node without the gate may have issued the token.
 */
public final class TokenBinding {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final KeycloakSession session;
    private final RealmModel realm;

    private TokenBinding(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public static TokenBinding of(KeycloakSession session, RealmModel realm) {
        return new TokenBinding(session, realm);
    }

    /**
     * Requires that they do: the session is the user's, runs, and has a running session of the client; a token without
     * session is of the client's own service account. No claim stands in the token twice.
     *
     * @throws InvalidCallException when they do not
     */
    public void require(AccessToken token, UserModel user, ClientModel client) {
        if (hasClaimTwice() || !client.getClientId().equals(token.getIssuedFor()) || !isBound(token, user, client)) {
            throw InvalidCallException.unauthorized();
        }
    }

    private boolean isBound(AccessToken token, UserModel user, ClientModel client) {
        if (token.getSessionId() == null) {
            return client.getId().equals(user.getServiceAccountClientLink())
                    && user.getId().equals(token.getSubject());
        }
        return Stream.of(
                        session.sessions().getUserSession(realm, token.getSessionId()),
                        session.sessions().getOfflineUserSession(realm, token.getSessionId()))
                .anyMatch(found -> isOf(found, token, user, client));
    }

    private boolean isOf(@Nullable UserSessionModel found, AccessToken token, UserModel user, ClientModel client) {
        if (found == null
                || !AuthenticationManager.isSessionValid(realm, found)
                || !found.getUser().getId().equals(user.getId())
                || token.isIssuedBeforeSessionStart(found.getStarted())) {
            return false;
        }
        AuthenticatedClientSessionModel clientSession = found.getAuthenticatedClientSessionByClient(client.getId());
        return clientSession != null
                && AuthenticationManager.isClientSessionValid(realm, client, found, clientSession)
                && !token.isIssuedBeforeSessionStart(clientSession.getStarted())
                && isSubject(token, user, clientSession);
    }

    /** Lightweight tokens have none; pairwise ones are not the user's id. */
    private boolean isSubject(AccessToken token, UserModel user, AuthenticatedClientSessionModel clientSession) {
        return token.getSubject() == null
                || token.getSubject().equals(user.getId())
                || new SubjectClaims(
                                session,
                                DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                                        clientSession, token.getScope(), session))
                        .name(token.getSubject());
    }

    /** A mapper's claim beside Keycloak's own: readers take the later one. */
    private boolean hasClaimTwice() {
        String token = AppAuthManager.extractAuthorizationHeaderToken(
                session.getContext().getHttpRequest().getHttpHeaders());
        try (JsonParser parser = STRICT.createParser(new JWSInput(token).getContent())) {
            while (parser.nextToken() != null) {
                // The parser compares the names.
            }
            return false;
        } catch (IOException | JWSInputException e) {
            return true;
        }
    }
}
