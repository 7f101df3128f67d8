/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.login.SubjectClaims;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * The claims by which Keycloak and we know later whose token it is, restored in tokens that mappers have been at. A claim
 * that Keycloak left out stays out.
 */
public final class TokenOriginClaims {

    /** Keycloak has a field for each: among the other claims it stands in the token a second time, and readers take that. */
    private static final Set<String> FIELDS = Set.of(
            "acr",
            "allowed-origins",
            "aud",
            "auth_time",
            "authorization",
            "azp",
            "cnf",
            "exp",
            "iat",
            "iss",
            "jti",
            "nbf",
            "nonce",
            "realm_access",
            "resource_access",
            "scope",
            "sid",
            "sub",
            "trusted-certs",
            "typ");

    private static final String CLIENT_ID = "client_id";
    private static final String USERNAME = IDToken.PREFERRED_USERNAME;

    private final KeycloakSession session;
    private final TokenOrigin origin;

    public TokenOriginClaims(KeycloakSession session, TokenOrigin origin) {
        this.session = session;
        this.origin = origin;
    }

    public void restoreIn(AccessToken token) {
        token.getOtherClaims().keySet().removeAll(FIELDS);
        restoreOwner(token);
        restoreLogin(token);
        restoreCopies(token);
        if (token.getSessionId() == null) {
            restoreWithoutSession(token);
        }
    }

    /** Refresh tokens are made from access tokens, but no mapper writes into them; nobody but Keycloak reads them. */
    public void restoreIn(RefreshToken token) {
        restoreOwner(token);
        token.audience(token.getIssuer());
        restoreSubject(token);
    }

    /** The user's id, or what a pairwise mapper makes of it. */
    public void restoreSubject(AccessToken token) {
        String subject = token.getSubject();
        if (subject != null && !subjects().name(subject)) {
            token.setSubject(subjects().usual());
        }
    }

    private void restoreOwner(AccessToken token) {
        token.issuedFor(origin.client().getClientId());
        if (token.getSessionId() != null) {
            token.setSessionId(origin.session().getId());
        }
        String issuer = clientSession().getNote(OIDCLoginProtocol.ISSUER);
        if (issuer != null) {
            token.issuer(issuer);
        }
    }

    /** An acr is what the login reached, as Keycloak's own mapper says it, and its time is the time of that login. */
    private void restoreLogin(AccessToken token) {
        if (token.getAcr() != null) {
            token.setAcr(AuthenticationContext.of(clientSession()));
        }
        if (token.getAuth_time() != null) {
            token.setAuth_time(time(origin.session().getNote(AuthenticationManager.AUTH_TIME)));
        }
    }

    /** Claims beside Keycloak's own that say the same. */
    private void restoreCopies(AccessToken token) {
        Map<String, Object> others = token.getOtherClaims();
        others.computeIfPresent(CLIENT_ID, (claim, written) -> token.getIssuedFor());
        others.computeIfPresent(IDToken.SESSION_STATE, (claim, written) -> token.getSessionId());
    }

    /** Keycloak finds the user of such a token by its subject, else by its user name (26.7.3). */
    private void restoreWithoutSession(AccessToken token) {
        restoreSubject(token);
        if (!Objects.equals(token.getSubject(), origin.user().getId())) {
            String username = origin.user().getUsername();
            token.getOtherClaims().computeIfPresent(USERNAME, (claim, written) -> username);
            if (token.getPreferredUsername() != null) {
                token.setPreferredUsername(username);
            }
        }
    }

    private SubjectClaims subjects() {
        return new SubjectClaims(session, origin.context());
    }

    private AuthenticatedClientSessionModel clientSession() {
        return origin.context().getClientSession();
    }

    private static @Nullable Long time(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1,10}") ? Long.valueOf(seconds) : null;
    }
}
