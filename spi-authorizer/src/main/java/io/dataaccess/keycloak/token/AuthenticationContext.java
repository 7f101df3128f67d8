/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import org.keycloak.common.Profile;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.protocol.oidc.mappers.AcrProtocolMapper;
import org.keycloak.services.managers.AuthenticationManager;

/** The {@code acr} that Keycloak puts into tokens of a client session when no other mapper does. */
final class AuthenticationContext {

    private AuthenticationContext() {}

    public static String of(AuthenticatedClientSessionModel clientSession) {
        if (Profile.isFeatureEnabled(Profile.Feature.STEP_UP_AUTHENTICATION)) {
            return new Mapper().of(clientSession);
        }
        return AuthenticationManager.isSSOAuthentication(clientSession) ? "0" : "1";
    }

    private static final class Mapper extends AcrProtocolMapper {

        String of(AuthenticatedClientSessionModel clientSession) {
            return getAcr(clientSession);
        }
    }
}
