/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Shown;
import io.dataaccess.keycloak.session.Postbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.events.outbox.OutboxBackoff;
import org.keycloak.events.outbox.OutboxConfig;
import org.keycloak.events.outbox.OutboxDrainerTask;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/** Keycloak's drainer, for one entry: what a mail server does not take is tried again for three days. */
final class Drain extends OutboxDrainerTask {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** The last one is repeated. */
    private static final List<Duration> CURVE = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private static final int MOST_ATTEMPTS = 76;

    /** No ages: what is posted weeks ahead is not stale, and old entries are cleared less often than each round. */
    private static final OutboxConfig CONFIG =
            new OutboxConfig(Postbox.ENTRIES, 1, new OutboxBackoff(MOST_ATTEMPTS, CURVE), null, null, null);

    private final Set<String> silent;
    private boolean busy;

    Drain(Set<String> silent) {
        super(CONFIG, new Delivery(), OutboxStore::new);
        this.silent = silent;
    }

    boolean isBusy() {
        return busy;
    }

    @Override
    protected void processOne(KeycloakSession session, OutboxStore store, OutboxEntryEntity entry) {
        busy = true;
        if (silent.contains(entry.getRealmId())) {
            entry.setNextAttemptAt(Instant.now().plus(PAUSE));
        } else {
            super.processOne(session, store, entry);
        }
    }

    @Override
    protected void handleRetry(OutboxStore store, OutboxEntryEntity entry, String problem) {
        if (Delivery.HELD.equals(problem)) {
            return;
        }
        silent.add(entry.getRealmId());
        if (config.backoff().isExhausted(entry.getAttempts() + 1)) {
            LOG.warnf(
                    "A mail of realm %s is given up after three days: %s. Check the realm's e-mail settings and theme; to"
                            + " send it after all, set STATUS to PENDING and ATTEMPTS to 0 in OUTBOX_ENTRY where ID is %s",
                    entry.getRealmId(), Shown.line(problem), entry.getId());
        }
        super.handleRetry(store, entry, problem);
    }
}
