/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.catalog.CancelledRetention;
import io.dataaccess.keycloak.persistence.RealmRecords;
import java.time.Duration;
import org.keycloak.connections.jpa.JpaConnectionProvider;
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
        RealmRecords.deleteCancelled(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                realm.getId(),
                new KeycloakClock().instant().minus(kept),
                MOST);
    }
}
