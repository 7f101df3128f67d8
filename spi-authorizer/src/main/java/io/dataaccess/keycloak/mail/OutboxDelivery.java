/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.notify.MailOutbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.events.outbox.OutboxBackoff;
import org.keycloak.events.outbox.OutboxConfig;
import org.keycloak.events.outbox.OutboxDrainerTask;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/** Keycloak's drainer, for one entry: a mail that its server does not take for now is tried again for three days. */
final class OutboxDelivery extends OutboxDrainerTask {

    private static final Logger LOG = Logger.getLogger(OutboxDelivery.class);

    /** The last one is repeated. */
    private static final List<Duration> CURVE = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private static final int MOST_ATTEMPTS = 76;

    /** No ages: what is enqueued weeks ahead is not stale, and old entries are cleared less often than each run. */
    private static final OutboxConfig CONFIG =
            new OutboxConfig(MailOutbox.ENTRIES, 1, new OutboxBackoff(MOST_ATTEMPTS, CURVE), null, null, null);

    private boolean busy;

    OutboxDelivery(MailLog log) {
        super(CONFIG, new MailDelivery(log), OutboxStore::new);
    }

    boolean isBusy() {
        return busy;
    }

    @Override
    protected void processOne(KeycloakSession session, OutboxStore store, OutboxEntryEntity entry) {
        busy = true;
        super.processOne(session, store, entry);
    }

    /** What has its next time already was not refused itself: it waits for its recipient's hour, or for the server. */
    @Override
    protected void handleRetry(OutboxStore store, OutboxEntryEntity entry, String problem) {
        if (entry.getNextAttemptAt().isAfter(Instant.now())) {
            return;
        }
        if (config.backoff().isExhausted(entry.getAttempts() + 1)) {
            LOG.warnf(
                    "A mail of realm %s is given up after three days: %s. Check the realm's e-mail settings and theme; to"
                            + " send it after all, set STATUS to PENDING and ATTEMPTS to 0 in OUTBOX_ENTRY where ID is %s",
                    entry.getRealmId(), VisibleText.line(problem), entry.getId());
        }
        super.handleRetry(store, entry, problem);
    }
}
