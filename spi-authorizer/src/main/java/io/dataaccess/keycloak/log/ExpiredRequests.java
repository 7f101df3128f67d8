/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.persistence.RealmStores;
import io.dataaccess.keycloak.persistence.log.LogEntity;
import io.dataaccess.keycloak.persistence.log.LogStore;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Writes into the log that requests expired, each once. Nothing happens to a request when its time is over, so somebody has to
 * look; the time in the entry is the request's own.
 */
final class ExpiredRequests {

    /** Who votes in the last moment has so long to commit: Keycloak's transactions end after five minutes. */
    private static final Duration LONGEST_VOTE = Duration.ofMinutes(6);

    private final ApprovalLog log;
    private final LogStore store;
    private final RealmStores records;

    ExpiredRequests(KeycloakSession session, RealmModel realm) {
        this.log = new ApprovalLog(session, realm);
        this.store = new LogStore(session, realm.getId());
        this.records = new RealmStores(session, realm.getId());
    }

    void write(Instant now) {
        store.lock().ifPresent(head -> write(head, now.minus(LONGEST_VOTE)));
    }

    private void write(LogEntity head, Instant until) {
        Instant after = Instant.ofEpochMilli(head.expiredUntil());
        if (!until.isAfter(after)) {
            return;
        }
        records.expired(after, until)
                .forEach((id, time) -> log.write(id, time, log.draft("request_expired", id, time)));
        head.expiredUntil(until.toEpochMilli());
    }
}
