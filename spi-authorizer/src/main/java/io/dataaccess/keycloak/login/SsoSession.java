/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The session that a login by SSO cookie goes on from. It need not be the one that the login is to end in: a browser may
 * send the cookies of two.
 */
public final class SsoSession {

    private static final String NOTE = "data-access.sso-session";

    private SsoSession() {}

    public static void note(UserSessionModel from, AuthenticationSessionModel login) {
        login.setAuthNote(NOTE, from.getId());
    }

    /** Whether the login went on from a session that has ended since. */
    public static boolean isGone(KeycloakSession session, RealmModel realm, AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .filter(id -> !AuthenticationManager.isSessionValid(
                        realm, session.sessions().getUserSession(realm, id)))
                .isPresent();
    }
}
