/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;

/**
 * The user sessions in which a device has had a token (RFC 8628). Tokens that were exchanged or refreshed since do not tell
 * that they began on a device, and the browser in which the person confirmed it may share the session.
 */
public final class DeviceSessions {

    private static final String NOTE = "data-access.device";

    private final KeycloakSession session;
    private final RealmModel realm;

    public DeviceSessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether a device logged in through this client: Keycloak's own note, which ends with the client's session (26.7.3). */
    static boolean isLoginOfDevice(AuthenticatedClientSessionModel clientSession) {
        return clientSession.getNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE) != null;
    }

    /**
     * Notes a device in the sessions with this id. An offline session has the id of the online one and is made before the
     * gate is asked, and then Keycloak may have ended the online one already; in one node's memory both may share their
     * notes, in the database they do not (26.7.3).
     *
     * @throws ModelException when there is neither, so that nothing could be noted
     */
    void note(String id) {
        List<UserSessionModel> found = found(id).toList();
        if (found.isEmpty()) {
            throw new ModelException("A device has no session that could be noted");
        }
        found.forEach(userSession -> userSession.setNote(NOTE, "true"));
    }

    /**
     * Whether a token made from another one in this session may have begun on a device. Where that other one has no session
     * nobody can tell; a service account's is no device's.
     */
    public boolean mayHaveDevice(UserSessionModel userSession) {
        if (isNoted(userSession)) {
            return true;
        }
        if (userSession.getPersistenceState() != SessionPersistenceState.TRANSIENT) {
            return haveDevice(userSession.getId());
        }
        return userSession.getNote(Constants.CREATED_FROM_PERSISTENT) == null
                ? userSession.getUser().getServiceAccountClientLink() == null
                : originHasDevice(userSession.getId());
    }

    /** This Keycloak session knows the copy alone, which lacks the sessions of clients (26.7.3): another one is asked. */
    private boolean originHasDevice(String id) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                other -> new DeviceSessions(other, other.realms().getRealm(realm.getId())).haveDevice(id),
                "data-access device");
    }

    private boolean haveDevice(String id) {
        return found(id)
                .anyMatch(found -> isNoted(found)
                        || found.getAuthenticatedClientSessions().values().stream()
                                .anyMatch(DeviceSessions::isLoginOfDevice));
    }

    static boolean isNoted(UserSessionModel userSession) {
        return userSession.getNote(NOTE) != null;
    }

    private Stream<UserSessionModel> found(String id) {
        return Stream.of(
                        session.sessions().getUserSession(realm, id),
                        session.sessions().getOfflineUserSession(realm, id))
                .filter(Objects::nonNull);
    }
}
