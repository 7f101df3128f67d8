/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether a person's logins were ended: by signing out, by an administrator, or by not-before. */
public final class LoginEnd {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final UserModel user;

    /** Of logins at this client. */
    public LoginEnd(KeycloakSession session, RealmModel realm, ClientModel client, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.client = client;
        this.user = user;
    }

    /**
     * Of a login that no page goes on with: a credential that is newer ends it as well. In whole seconds since 1970, and in
     * doubt it ended since.
     */
    public boolean isSince(long began) {
        return isNotBeforeSince(began)
                || signOutTime().isSince(user, began)
                || CredentialChange.isAnyNewer(user, began);
    }

    /** Of this login: a change on a page of its own does not end it. */
    boolean isSince(AuthenticationSessionModel login, long began) {
        return isNotBeforeSince(began) || signOutTime().isSince(user, login, began);
    }

    /**
     * Of a login in this session, which Keycloak may have left as it is: what the person changed on a page in this session
     * does not end it.
     */
    boolean isSince(UserSessionModel session, long began) {
        return isNotBeforeSince(began)
                || signOutTime().isSince(user, session, began)
                || CredentialChange.isAnyNewer(user, Math.max(began, CredentialChange.inSession(session)));
    }

    private boolean isNotBeforeSince(long began) {
        return Math.max(Math.max(realm.getNotBefore(), client.getNotBefore()), notBeforeOfUser()) >= began;
    }

    private SignOutTime signOutTime() {
        return new SignOutTime(session, realm);
    }

    /** Transient users are not stored, and Keycloak fails when it is asked for more of them (26.7.3). */
    private int notBeforeOfUser() {
        return LightweightUserAdapter.isLightweightUser(user)
                ? 0
                : session.users().getNotBeforeOfUser(realm, user);
    }
}
