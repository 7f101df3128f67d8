/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.catalog.CancelledRetention;
import io.dataaccess.keycloak.persistence.RealmStores;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Requests that were taken back, of all realms. */
public final class CancelledRequests {

    private static final int MOST = 1000;

    private CancelledRequests() {}

    /** Deletes those that are older than their realm wants them kept; none where it says nothing. */
    public static void tidy(KeycloakSession session) {
        session.realms()
                .getRealmsStream()
                .forEach(realm -> CancelledRetention.of(realm).ifPresent(kept -> tidy(session, realm, kept)));
    }

    private static void tidy(KeycloakSession session, RealmModel realm, Duration kept) {
        Instant before = new KeycloakClock().instant().minus(kept);
        new RealmStores(session, realm.getId()).deleteCancelled(before, MOST);
    }
}
