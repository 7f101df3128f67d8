/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.enforcement;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.session.DeviceConfirmations;
import java.util.List;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * A token for a device (RFC 8628). Whoever sends somebody a link with the code of their own device profits from a grant
 * that runs: so a guarded scope needs that person's yes on the device page, which says what the device gets.
 */
final class DeviceToken {

    private final KeycloakSession session;
    private final TokenPostProcessorContext context;

    DeviceToken(KeycloakSession session, TokenPostProcessorContext context) {
        this.session = session;
        this.context = context;
    }

    /** Whether this is the first token of a device, for which nobody said yes to these scopes. */
    boolean isUnconfirmed(List<GuardedScope> guarded) {
        if (!OAuth2Constants.DEVICE_CODE_GRANT_TYPE.equals(
                context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class))) {
            return false;
        }
        UserSessionModel userSession =
                context.clientSessionCtx().getClientSession().getUserSession();
        String code =
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.DEVICE_CODE);
        return code == null
                || !new DeviceConfirmations(session, userSession.getRealm())
                        .cover(code, userSession.getUser().getId(), guarded);
    }
}
