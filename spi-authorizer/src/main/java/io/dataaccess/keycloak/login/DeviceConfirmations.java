/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import io.dataaccess.keycloak.access.Fingerprint;
import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What people said yes to on the device page: for one device code (RFC 8628), one person and these guarded scopes, as
 * long as the code lives. It is kept where Keycloak keeps the code itself, and is known on every node.
 */
public final class DeviceConfirmations {

    private static final String PERSON = "person";
    private static final String SCOPE = "scope.";

    private final KeycloakSession session;
    private final RealmModel realm;

    public DeviceConfirmations(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Keeps a yes.
     *
     * @param seconds how long the code lives from now on
     */
    public void keep(String deviceCode, String userId, Collection<GuardedScope> scopes, long seconds) {
        Map<String, String> notes = new HashMap<>(Map.of(PERSON, userId));
        scopes.forEach(scope -> notes.put(SCOPE + scope.ref().id(), scope.ref().name()));
        session.singleUseObjects().put(key(deviceCode), Math.max(1, seconds), notes);
    }

    /** Whether this person said yes to each of these scopes, for this code. */
    public boolean cover(String deviceCode, String userId, Collection<GuardedScope> scopes) {
        Map<String, String> notes = session.singleUseObjects().get(key(deviceCode));
        return notes != null
                && userId.equals(notes.get(PERSON))
                && scopes.stream()
                        .allMatch(scope -> notes.containsKey(SCOPE + scope.ref().id()));
    }

    /** The code is a secret of the device's: nobody needs to read it here. */
    private String key(String deviceCode) {
        return "data-access.device." + Fingerprint.of(realm.getId(), deviceCode);
    }
}
