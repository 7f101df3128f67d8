/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.persistence.log.LogStore;
import java.time.Clock;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What becomes of a realm as a whole, in the log that it leaves behind or comes back to. */
public final class RealmLog {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public RealmLog(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** The last entry, taken in at once: the key goes with the realm. */
    public void removed() {
        if (hasLog()) {
            write("realm_removed");
            boolean more = true;
            while (more) {
                more = new Sequencer(session, realm, clock).takeIn();
            }
        }
    }

    /** The log goes on; nothing is written where there is none. */
    public void created() {
        if (hasLog()) {
            write("realm_imported");
        }
    }

    private boolean hasLog() {
        return new LogStore(session, realm.getId()).find().isPresent();
    }

    private void write(String kind) {
        ApprovalLog log = new ApprovalLog(session, realm);
        Instant now = clock.instant();
        log.write(realm.getId(), now, log.draft(kind, realm.getId(), now));
    }
}
