/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import io.dataaccess.keycloak.log.SequencerTask;
import io.dataaccess.keycloak.session.ConfigurationAdoptionTask;
import io.dataaccess.keycloak.session.KeycloakClock;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Listens in every realm, without being configured. */
public final class DataAccessEventListenerFactory implements EventListenerProviderFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new UnstoredEventListener(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovalListener());
        factory.register(new WorkflowStepListener());
        factory.register(new SettingListener());
        factory.register(event -> {
            if (event instanceof PostMigrationEvent migrated) {
                startTasks(migrated.getFactory());
            }
        });
    }

    /** Once there are tables. */
    private static void startTasks(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            TimerProvider timer = session.getProvider(TimerProvider.class);
            timer.schedule(
                    new ScheduledTaskRunner(factory, new SequencerTask(new KeycloakClock())),
                    SequencerTask.INTERVAL.toMillis());
            timer.schedule(
                    new ScheduledTaskRunner(factory, new ConfigurationAdoptionTask()),
                    ConfigurationAdoptionTask.INTERVAL.toMillis());
        }
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "data-access";
    }
}
