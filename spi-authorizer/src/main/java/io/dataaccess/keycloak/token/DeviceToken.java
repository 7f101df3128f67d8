/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.login.DeviceConfirmations;
import io.dataaccess.keycloak.login.Impersonation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

/**
 * A token for a device (RFC 8628), or made from one. Whoever sends somebody a link with the code of their own device profits
 * from a grant that runs: so a guarded scope needs that person's yes on the device page, which says what the device gets,
 * and no token made from a device's has a guarded scope that the token shown for it has not.
 */
final class DeviceToken {

    /** Grants for which nobody shows an access token that could be a device's (26.7.3); the browser's flows have no name. */
    private static final Set<String> WITHOUT_TOKEN = Set.of(
            OAuth2Constants.AUTHORIZATION_CODE,
            OAuth2Constants.REFRESH_TOKEN,
            OAuth2Constants.PASSWORD,
            OAuth2Constants.CLIENT_CREDENTIALS,
            OAuth2Constants.CIBA_GRANT_TYPE,
            OAuth2Constants.JWT_AUTHORIZATION_GRANT);

    private final KeycloakSession session;
    private final TokenPostProcessorContext context;

    DeviceToken(KeycloakSession session, TokenPostProcessorContext context) {
        this.session = session;
        this.context = context;
    }

    /** Notes the device in its session, whatever it asks for; later as well, where an earlier node did not. */
    void noteSession() {
        boolean ofEarlierNode =
                DeviceSessions.isLoginOfDevice(context.clientSessionCtx().getClientSession())
                        && !DeviceSessions.isNoted(userSession());
        if (isFirst() || ofEarlierNode) {
            sessions().note(userSession().getId());
        }
    }

    /** Whether this is a token of a device for which nobody said yes to these scopes. */
    boolean isUnconfirmed(List<GuardedScope> guarded) {
        if (isFirst()) {
            return !isConfirmed(guarded);
        }
        if (context.requestRefreshToken() != null) {
            return !shownRefresh(context.requestRefreshToken()).cover(guarded);
        }
        return mayComeFromDevice() && !isShown(guarded);
    }

    /**
     * Leaves in the refresh token, where there is one, what it may yield: of a device only what was said yes to, in an
     * impersonated session nothing, and any scope else.
     */
    void limitRefresh(List<GuardedScope> guarded) {
        if (context.refreshToken() == null) {
            return;
        }
        if (context.requestRefreshToken() != null) {
            shownRefresh(context.requestRefreshToken()).writeTo(context.refreshToken());
        } else if (isFirst() || Impersonation.isIn(userSession()) || mayComeFromDevice()) {
            RefreshScopes.of(guarded).writeTo(context.refreshToken());
        } else {
            RefreshScopes.ANY.writeTo(context.refreshToken());
        }
    }

    private RefreshScopes shownRefresh(RefreshToken shown) {
        return RefreshScopes.of(shown, () -> sessions().mayHaveDevice(userSession()));
    }

    private boolean isFirst() {
        return OAuth2Constants.DEVICE_CODE_GRANT_TYPE.equals(
                context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class));
    }

    private boolean isConfirmed(List<GuardedScope> guarded) {
        String code = form(OAuth2Constants.DEVICE_CODE).orElse("");
        return new DeviceConfirmations(session, realm())
                .cover(code, userSession().getUser().getId(), guarded);
    }

    private boolean mayComeFromDevice() {
        return TokenRequest.of(session, context)
                        .grantType()
                        .filter(type -> !WITHOUT_TOKEN.contains(type))
                        .isPresent()
                && sessions().mayHaveDevice(userSession());
    }

    /** Whether the token shown opens them: then the person saw what it opens, on the device page or in their browser. */
    private boolean isShown(List<GuardedScope> guarded) {
        return shown().filter(token -> guarded.stream()
                        .map(scope -> scope.ref().name())
                        .allMatch(name -> TokenScopes.names(token).contains(name)
                                && TokenEntries.of(token).identifiers().contains(name)))
                .isPresent();
    }

    /** The access token that this one is made from, which Keycloak has checked; empty when it is none. */
    private Optional<AccessToken> shown() {
        return switch (TokenRequest.of(session, context).grantType().orElse("")) {
            case OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE ->
                form(OAuth2Constants.SUBJECT_TOKEN).flatMap(DeviceToken::read);
            case OAuth2Constants.UMA_GRANT_TYPE -> TokenOrigin.shownForPermission(session);
            default -> Optional.empty();
        };
    }

    private static Optional<AccessToken> read(String token) {
        try {
            return Optional.ofNullable(new JWSInput(token).readJsonContent(AccessToken.class));
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }

    private Optional<String> form(String parameter) {
        return Optional.ofNullable(
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(parameter));
    }

    private DeviceSessions sessions() {
        return new DeviceSessions(session, realm());
    }

    private RealmModel realm() {
        return userSession().getRealm();
    }

    private UserSessionModel userSession() {
        return context.clientSessionCtx().getClientSession().getUserSession();
    }
}
