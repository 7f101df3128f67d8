/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.log.RealmLog;
import io.dataaccess.keycloak.notify.MailOutbox;
import io.dataaccess.keycloak.persistence.RealmStores;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What a realm leaves behind when it is deleted, and finds when it comes back under its id. */
public final class RealmLifecycle {

    private RealmLifecycle() {}

    /** Ends all that is open; the records stay, the log has a last entry, and the master realm is told. */
    public static void removed(KeycloakSession session, RealmModel realm) {
        Clock clock = new KeycloakClock();
        MailOutbox.empty(session, realm);
        if (new RealmStores(session, realm.getId()).close(clock.instant()) > 0) {
            UserEvents.left(session, realm);
        }
        new RealmLog(session, realm, clock).removed();
    }

    /**
     * The log goes on where there is one. Where changes of the configuration needed approval they still do; else what stands in the
     * realm is approved if the realm asks for that.
     */
    public static void created(KeycloakSession session, RealmModel realm) {
        new RealmLog(session, realm, new KeycloakClock()).created();
        ConfigurationAdoption.adopt(session, realm);
    }
}
