/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static java.time.temporal.ChronoUnit.DAYS;

import io.dataaccess.keycloak.login.SignOutTime;
import io.dataaccess.keycloak.notify.MailOutbox;
import io.dataaccess.keycloak.session.CancelledRequests;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.RemovedUsers;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Sends what is due, on one node at a time, and once an hour clears away what nobody needs and ends what is of people who
 * are gone. Each mail has a transaction of its own: a crash between sending and remembering repeats one mail, not all of
 * them.
 */
final class MailDispatch implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(MailDispatch.class);

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int GIVEN_UP_SECONDS = 120;
    private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(1);
    /** Whoever was told of a request hears of its decision, so long. */
    private static final int KEPT_DAYS = 30;

    private static final int DEAD_LETTERS_KEPT_DAYS = 90;

    private Instant cleared = Instant.EPOCH;

    @Override
    public String getTaskName() {
        return "data-access-mail";
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getProvider(ClusterProvider.class).executeIfNotExecuted(getTaskName(), GIVEN_UP_SECONDS, () -> {
            round(factory);
            return true;
        });
    }

    /** Without a database everybody hears of it elsewhere, and the next round is seconds away. */
    private void round(KeycloakSessionFactory factory) {
        try {
            DataAccess.answered(() -> {
                deliver(factory);
                clear(factory);
                return true;
            });
        } catch (ModelException e) {
            LOG.warnf("Mail waits: %s", e.getMessage());
        }
    }

    private static void deliver(KeycloakSessionFactory factory) {
        Instant end = Instant.now().plus(LONGEST);
        boolean more = true;
        while (more && Instant.now().isBefore(end)) {
            more = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, one -> one.getProvider(MailJob.class).deliverNext());
        }
    }

    private void clear(KeycloakSessionFactory factory) {
        Instant now = Instant.now();
        if (now.isBefore(cleared.plus(BETWEEN_CLEARINGS))) {
            return;
        }
        cleared = now;
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            OutboxStore outbox = new OutboxStore(session);
            outbox.purgeDeliveredOlderThan(MailOutbox.ENTRIES, now.minus(KEPT_DAYS, DAYS));
            outbox.purgeDeadLetterOlderThan(MailOutbox.ENTRIES, now.minus(DEAD_LETTERS_KEPT_DAYS, DAYS));
        });
        KeycloakModelUtils.runJobInTransaction(factory, CancelledRequests::tidy);
        KeycloakModelUtils.runJobInTransaction(factory, SignOutTime::tidy);
        RemovedUsers.endAccess(factory);
    }
}
