/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.common.util.DurationConverter;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Schedules the rounds, on every node; option {@code interval}, the time between two of them. */
public final class MailJobFactory implements ProviderFactory<MailJob> {

    private final MailLog log = new MailLog();
    private Duration interval = Duration.ofSeconds(10);

    @Override
    public MailJob create(KeycloakSession session) {
        return new MailJob(session, log);
    }

    @Override
    public void init(Config.Scope config) {
        String configured = config.get("interval");
        if (configured == null) {
            return;
        }
        if (!DurationConverter.isPositiveDuration(configured)) {
            throw new IllegalArgumentException("spi-data-access--mail--interval is a time such as 10s");
        }
        interval = DurationConverter.parseDuration(configured);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(new ScheduledTaskRunner(factory, new MailDispatch()), interval.toMillis());
        }
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "mail";
    }
}
