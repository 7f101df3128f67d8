/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.login.LoginEnd;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.protocol.oidc.grants.ciba.CibaGrantType;
import org.keycloak.protocol.oidc.grants.ciba.channel.CIBAAuthenticationRequest;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.JsonWebToken;

/**
 * The login behind a token for which Keycloak runs no required actions and has no session that could have ended: somebody
 * confirmed it elsewhere (CIBA), or it is taken from what was signed before, an assertion or a token without a session. It
 * began when that was issued, and what would end a login that waits ends it as well.
 */
final class LoginWithoutActions {

    /** Grants in which a person or a client gives a credential now, or has a session or a code that ends with the login. */
    private static final Set<String> OTHER_GRANTS = Set.of(
            OAuth2Constants.AUTHORIZATION_CODE,
            OAuth2Constants.REFRESH_TOKEN,
            OAuth2Constants.PASSWORD,
            OAuth2Constants.CLIENT_CREDENTIALS,
            OAuth2Constants.DEVICE_CODE_GRANT_TYPE);

    private final KeycloakSession session;
    private final TokenPostProcessorContext context;

    LoginWithoutActions(KeycloakSession session, TokenPostProcessorContext context) {
        this.session = session;
        this.context = context;
    }

    /** Whether it ended before this token. */
    boolean isEnded() {
        return isSuch() && began().filter(this::isEndedSince).isPresent();
    }

    private boolean isEndedSince(long began) {
        AuthenticatedClientSessionModel made = clientSession();
        UserModel user = userSession().getUser();
        return new LoginEnd(session, made.getRealm(), made.getClient(), user).isSince(began);
    }

    /** Whether nobody can tell when it began: also of a grant that Keycloak 26.7.3 does not have. */
    boolean isOfUnknownTime() {
        return isSuch() && began().isEmpty();
    }

    /** The browser's flows have no name. */
    private boolean isSuch() {
        String grantType = grantType();
        return switch (grantType) {
            case OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE -> isOfOtherIssuer() || isWithoutSession();
            case OAuth2Constants.UMA_GRANT_TYPE -> isWithoutSession();
            default -> !grantType.isEmpty() && !OTHER_GRANTS.contains(grantType);
        };
    }

    /** In seconds since 1970, as whoever issued it says, whose signature Keycloak has checked. */
    private Optional<Long> began() {
        return switch (grantType()) {
            case OAuth2Constants.CIBA_GRANT_TYPE ->
                form(CibaGrantType.AUTH_REQ_ID)
                        .map(request -> CIBAAuthenticationRequest.deserialize(session, request))
                        .map(JsonWebToken::getIat);
            case OAuth2Constants.JWT_AUTHORIZATION_GRANT -> issued(OAuth2Constants.ASSERTION);
            case OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE -> issued(OAuth2Constants.SUBJECT_TOKEN);
            case OAuth2Constants.UMA_GRANT_TYPE ->
                TokenOrigin.showsIdToken(session)
                        ? issued("claim_token")
                        : TokenOrigin.shownForPermission(session).map(JsonWebToken::getIat);
            default -> Optional.empty();
        };
    }

    /** As legacy exchange tells it (26.7.3). */
    private boolean isOfOtherIssuer() {
        String own = context.accessToken().getIssuer();
        return form(OAuth2Constants.SUBJECT_ISSUER)
                .or(() -> shown(OAuth2Constants.SUBJECT_TOKEN).map(JsonWebToken::getIssuer))
                .filter(issuer -> !issuer.equals(own))
                .isPresent();
    }

    /** Whether it leaves no session that could go on, and comes of none. */
    boolean isWithoutSession() {
        return userSession().getPersistenceState() == SessionPersistenceState.TRANSIENT
                && userSession().getNote(Constants.CREATED_FROM_PERSISTENT) == null;
    }

    private Optional<Long> issued(String parameter) {
        return shown(parameter).map(JsonWebToken::getIat);
    }

    private Optional<JsonWebToken> shown(String parameter) {
        return form(parameter).map(LoginWithoutActions::read);
    }

    private static @Nullable JsonWebToken read(String token) {
        try {
            return new JWSInput(token).readJsonContent(JsonWebToken.class);
        } catch (JWSInputException e) {
            return null;
        }
    }

    private Optional<String> form(String parameter) {
        return Optional.ofNullable(
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(parameter));
    }

    private String grantType() {
        return Optional.ofNullable(context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class))
                .or(() -> TokenRequest.of(session, context).grantType())
                .orElse("");
    }

    private UserSessionModel userSession() {
        return clientSession().getUserSession();
    }

    private AuthenticatedClientSessionModel clientSession() {
        return context.clientSessionCtx().getClientSession();
    }
}
