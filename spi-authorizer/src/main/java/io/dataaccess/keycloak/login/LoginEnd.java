/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether a person's logins were ended: by signing out, by an administrator, or by not-before. */
final class LoginEnd {

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final UserModel user;

    LoginEnd(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        this.session = session;
        this.login = login;
        this.user = user;
    }

    /** In whole seconds since 1970, and in doubt it ended since. */
    boolean isSince(long began) {
        RealmModel realm = login.getRealm();
        int notBefore =
                Math.max(Math.max(realm.getNotBefore(), login.getClient().getNotBefore()), notBeforeOfUser(realm));
        return notBefore >= began || new SignOutTime(session, realm).isSince(user, login, began);
    }

    /** Transient users are not stored, and Keycloak fails when it is asked for more of them (26.7.3). */
    private int notBeforeOfUser(RealmModel realm) {
        return LightweightUserAdapter.isLightweightUser(user)
                ? 0
                : session.users().getNotBeforeOfUser(realm, user);
    }
}
