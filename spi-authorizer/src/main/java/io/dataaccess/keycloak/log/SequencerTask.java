/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.persistence.DatabaseResult;
import io.dataaccess.keycloak.persistence.log.LogStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/** Lets the logs of all realms grow, on every node; the row of a log is locked by the one that does it. */
public final class SequencerTask implements ScheduledTask {

    /** Between two looks. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(SequencerTask.class);
    private static final Duration BETWEEN_EXPIRIES = Duration.ofMinutes(1);

    /** Transactions for one realm before the others have their turn. */
    private static final int MOST = 20;

    private final Clock clock;
    private final WitnessCall calls = new WitnessCall();
    private final AtomicBoolean showing = new AtomicBoolean();
    private Instant lookedForExpired = Instant.EPOCH;

    public SequencerTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String getTaskName() {
        return "data-access-log";
    }

    /** Without a database everybody hears of it elsewhere, and the next look is a second away. */
    @Override
    public void run(KeycloakSession session) {
        try {
            DatabaseResult.of(() -> {
                writeExpired(session.getKeycloakSessionFactory());
                LogStore.waiting(session).forEach(realmId -> grow(session.getKeycloakSessionFactory(), realmId));
                showWitnesses(session);
                return true;
            });
        } catch (ModelException e) {
            LOG.warnf("The approval logs wait: %s", e.getMessage());
        }
    }

    /** Beside the timer, which has other work than to wait for somebody outside; one round at a time. */
    private void showWitnesses(KeycloakSession session) {
        if (!showing.compareAndSet(false, true)) {
            return;
        }
        WitnessRound round = new WitnessRound(session.getKeycloakSessionFactory(), clock, calls);
        session.getProvider(ExecutorsProvider.class).getExecutor(getTaskName()).execute(() -> {
            try {
                DatabaseResult.of(() -> {
                    round.run();
                    return true;
                });
            } catch (ModelException e) {
                LOG.warnf("The approval logs are not shown to their witnesses: %s", e.getMessage());
            } finally {
                showing.set(false);
            }
        });
    }

    private void grow(KeycloakSessionFactory factory, String realmId) {
        boolean more = true;
        for (int i = 0; more && i < MOST; i++) {
            more = inRealm(factory, realmId, (session, realm) -> new Sequencer(session, realm, clock).takeIn());
        }
    }

    private void writeExpired(KeycloakSessionFactory factory) {
        Instant now = clock.instant();
        if (now.isBefore(lookedForExpired.plus(BETWEEN_EXPIRIES))) {
            return;
        }
        lookedForExpired = now;
        List<String> logged = KeycloakModelUtils.runJobInTransactionWithResult(factory, LogStore::all);
        logged.forEach(realmId -> inRealm(factory, realmId, (session, realm) -> {
            new ExpiredRequests(session, realm).write(now);
            return true;
        }));
    }

    /** What is in the log of a realm that is gone stays as it is. */
    private static boolean inRealm(
            KeycloakSessionFactory factory, String realmId, BiFunction<KeycloakSession, RealmModel, Boolean> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return false;
            }
            session.getContext().setRealm(realm);
            return work.apply(session, realm);
        });
    }
}
