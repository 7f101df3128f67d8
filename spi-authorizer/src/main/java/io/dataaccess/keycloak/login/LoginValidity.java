/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.OptionalLong;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether a login that has waited is still good. A page keeps it alive for as long as somebody looks at it, and what would
 * have ended a session meanwhile has nothing yet to end.
 */
public final class LoginValidity {

    private final RequiredActionContext context;
    private final LoginStart start;
    private final CredentialChange credentials;

    public LoginValidity(RequiredActionContext context) {
        this.context = context;
        this.start = new LoginStart(context);
        this.credentials = new CredentialChange(context.getAuthenticationSession(), context.getUser());
    }

    /** Notes when the login began and what it rests on: what differs from that later ends it. */
    public void note() {
        start.note();
        start.began().ifPresent(credentials::note);
    }

    /** Whether the login may go on, and wait; else it starts anew. */
    public boolean isGood() {
        OptionalLong began = start.began();
        return isEnabled()
                && began.isPresent()
                && !isEndedSince(began.getAsLong())
                && !isSessionGone()
                && !isOver(began.getAsLong())
                && !credentials.isFound();
    }

    /** Whether the person may do something: also not while Keycloak locks the account for wrong passwords. */
    public boolean mayAct() {
        return isGood() && !isLocked();
    }

    private boolean isEnabled() {
        UserModel user = context.getUser();
        return user != null && user.isEnabled();
    }

    private boolean isEndedSince(long began) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return new LoginEnd(context.getSession(), context.getRealm(), login.getClient(), context.getUser())
                .isSince(login, began);
    }

    private boolean isSessionGone() {
        return (start.hadSession() && start.userSession().isEmpty())
                || SsoSession.isGone(context.getSession(), context.getRealm(), context.getAuthenticationSession());
    }

    /**
     * Nobody waits for longer than a session of this realm lasts. An identity provider's session may last longer: a login
     * that begins anew would come back with the same time at once, for ever.
     */
    private boolean isOver(long began) {
        long end = SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(
                false, isRemembered(), began * 1000, context.getRealm());
        return end != -1 && end <= Time.currentTimeMillis();
    }

    private boolean isRemembered() {
        return Boolean.parseBoolean(context.getAuthenticationSession().getAuthNote(Details.REMEMBER_ME))
                || start.userSession().filter(UserSessionModel::isRememberMe).isPresent();
    }

    private boolean isLocked() {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        return realm.isBruteForceProtected()
                && (protector.isTemporarilyDisabled(session, realm, context.getUser())
                        || protector.isPermanentlyLockedOut(session, realm, context.getUser()));
    }
}
