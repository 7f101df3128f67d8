/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import io.dataaccess.keycloak.login.SignOutTime;
import io.dataaccess.keycloak.session.TokenEventDetails;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** Does what the event store does, for events that are not stored, and notes what ends logins that wait. */
final class UnstoredEventListener implements EventListenerProvider {

    /** Also of a password that is kept in a directory, where Keycloak's record of the account does not change. */
    @SuppressWarnings("deprecation") // Keycloak 26.7.3 still sends UPDATE_PASSWORD
    private static final Set<EventType> OTHER_CREDENTIALS = Set.of(
            EventType.UPDATE_PASSWORD,
            EventType.UPDATE_CREDENTIAL,
            EventType.RESET_PASSWORD,
            EventType.REMOVE_CREDENTIAL,
            EventType.REMOVE_FEDERATED_IDENTITY);

    /** In the path of Keycloak's administration and of SCIM, which says Users. */
    private static final Pattern USER =
            Pattern.compile("(?:.*/)?[Uu]sers/([^/]+)(/reset-password|/credentials/[^/]+|/federated-identity/[^/]+)?");

    private final KeycloakSession session;

    UnstoredEventListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        TokenEventDetails.addTo(session, event);
        if (event.getUserId() == null) {
            return;
        }
        if (event.getType() == EventType.UPDATE_PROFILE) {
            RealmModel realm = realm(event.getRealmId());
            if (realm != null) {
                SettingListener.saved(session, realm, event.getUserId());
            }
        } else if (event.getType() == EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT) {
            signedOut(event.getRealmId()).noteNow(event.getUserId());
        } else if (OTHER_CREDENTIALS.contains(event.getType())) {
            signedOut(event.getRealmId()).noteOthersNow(event.getUserId());
        }
    }

    /** An administrator disables the account, for however short a time, sets a password, removes a credential or a linked account. */
    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        RealmModel realm = realm(event.getRealmId());
        if (realm != null) {
            SettingListener.saved(session, realm, event);
        }
        Matcher path = USER.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        if (event.getResourceType() == ResourceType.USER && path.matches()) {
            String userId = path.group(1);
            if (takesCredential(event, path) || mayHaveEnded(event, userId)) {
                signedOut(event.getRealmId()).noteNow(userId);
            }
        }
    }

    /** Or the account at an identity provider, by which the person logs in; one that is added ends nothing. */
    private static boolean takesCredential(AdminEvent event, Matcher path) {
        return path.group(2) != null && event.getOperationType() != OperationType.CREATE;
    }

    private boolean mayHaveEnded(AdminEvent event, String userId) {
        UserModel user = session.users().getUserById(realm(event.getRealmId()), userId);
        return user != null
                && (!user.isEnabled() || (event.getOperationType() == OperationType.UPDATE && isOfDirectory(user)));
    }

    /** An event says nothing of a password that came with the account, and Keycloak's record of it does not change. */
    private static boolean isOfDirectory(UserModel user) {
        return user.isFederated() || !StorageId.isLocalStorage(user.getId());
    }

    private SignOutTime signedOut(String realmId) {
        return new SignOutTime(session, realm(realmId));
    }

    private RealmModel realm(String id) {
        return session.realms().getRealm(id);
    }

    @Override
    public void close() {}
}
