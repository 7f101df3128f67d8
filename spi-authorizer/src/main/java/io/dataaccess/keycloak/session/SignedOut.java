/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * When a person last signed out everywhere. Keycloak ends their sessions and keeps nothing of it (26.7.3), and a login that
 * waits for an approval has no session yet: it lives in the same cache as this, and no longer.
 */
public final class SignedOut {

    private static final String KEY = "data-access.signed-out.";
    private static final String AT = "at";

    private final KeycloakSession session;
    private final RealmModel realm;

    public SignedOut(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public void noteNow(String userId) {
        int longest = Math.max(realm.getSsoSessionMaxLifespan(), realm.getSsoSessionMaxLifespanRememberMe());
        session.singleUseObjects().put(KEY + userId, longest, Map.of(AT, String.valueOf(Time.currentTime())));
    }

    /** Whether it was then or later; in seconds since 1970. */
    public boolean isSince(UserModel user, long seconds) {
        return Optional.ofNullable(session.singleUseObjects().get(KEY + user.getId()))
                .map(notes -> notes.get(AT))
                .filter(at -> Long.parseLong(at) >= seconds)
                .isPresent();
    }
}
