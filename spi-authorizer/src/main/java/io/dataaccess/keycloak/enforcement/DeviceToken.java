/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.enforcement;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.session.DeviceConfirmations;
import java.util.List;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/**
 * A token for a device (RFC 8628). Whoever sends somebody a link with the code of their own device profits from a grant
 * that runs: so a guarded scope needs that person's yes on the device page, which says what the device gets. Nor does
 * a device's token become one with further guarded scopes by being exchanged.
 */
final class DeviceToken {

    private final KeycloakSession session;
    private final TokenPostProcessorContext context;

    DeviceToken(KeycloakSession session, TokenPostProcessorContext context) {
        this.session = session;
        this.context = context;
    }

    /** Whether this is a token of a device for which nobody said yes to these scopes. */
    boolean isUnconfirmed(List<GuardedScope> guarded) {
        return OAuth2Constants.DEVICE_CODE_GRANT_TYPE.equals(
                        context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class))
                ? isUnconfirmedFirst(guarded)
                : shown().filter(shown -> mayBeOfDevice(shown) && !opens(shown, guarded))
                        .isPresent();
    }

    private boolean isUnconfirmedFirst(List<GuardedScope> guarded) {
        UserSessionModel userSession =
                context.clientSessionCtx().getClientSession().getUserSession();
        String code =
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.DEVICE_CODE);
        return code == null
                || !new DeviceConfirmations(session, userSession.getRealm())
                        .cover(code, userSession.getUser().getId(), guarded);
    }

    /**
     * The token that another is made from, by exchange or as a party token; Keycloak has checked it. Refreshed ones do not
     * tell that a device began with them, so it is the client that counts.
     */
    private Optional<AccessToken> shown() {
        String grantType = TokenRequest.of(session, context).grantType().orElse("");
        return switch (grantType) {
            case OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE -> exchanged();
            case OAuth2Constants.UMA_GRANT_TYPE ->
                session.getContext().getBearerToken() instanceof AccessToken bearer
                        ? Optional.of(bearer)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Empty when it is none of this server's, which has no device. */
    private Optional<AccessToken> exchanged() {
        String token = session.getContext()
                .getHttpRequest()
                .getDecodedFormParameters()
                .getFirst(OAuth2Constants.SUBJECT_TOKEN);
        try {
            return token == null
                    ? Optional.empty()
                    : Optional.ofNullable(new JWSInput(token).readJsonContent(AccessToken.class));
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }

    private boolean mayBeOfDevice(AccessToken token) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = token.getIssuedFor() == null ? null : realm.getClientByClientId(token.getIssuedFor());
        return client != null && realm.getOAuth2DeviceConfig().isOAuth2DeviceAuthorizationGrantEnabled(client);
    }

    /** Then the person saw what it opens, on the device page or in their browser. */
    private static boolean opens(AccessToken token, List<GuardedScope> guarded) {
        return guarded.stream()
                .allMatch(scope -> TokenScopes.names(token).contains(scope.ref().name()));
    }
}
