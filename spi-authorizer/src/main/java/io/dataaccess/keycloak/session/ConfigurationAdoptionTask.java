/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.catalog.approved.ApprovalSetting;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration.Basis;
import io.dataaccess.keycloak.log.ConfigurationLog;
import io.dataaccess.keycloak.persistence.DatabaseResult;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Takes what stands in a realm for approved where the attribute came into the realm unseen: an import before this product was
 * there, or somebody who writes into the database. On every node; one of them is first.
 */
public final class ConfigurationAdoptionTask implements ScheduledTask {

    /** Between two looks. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(ConfigurationAdoptionTask.class);

    @Override
    public String getTaskName() {
        return "data-access-configuration";
    }

    /** Without a database everybody hears of it elsewhere, and the next look is a second away. */
    @Override
    public void run(KeycloakSession session) {
        try {
            DatabaseResult.of(() -> {
                ConfigurationLog.realmsWith(session, ApprovalSetting.ATTRIBUTE).stream()
                        .filter(realmId -> waits(session.realms().getRealm(realmId)))
                        .forEach(realmId -> adopt(session.getKeycloakSessionFactory(), realmId));
                return true;
            });
        } catch (ModelException e) {
            LOG.warnf("Realms wait for what stands there to be approved: %s", e.getMessage());
        }
    }

    private static boolean waits(@Nullable RealmModel realm) {
        return realm != null && DecidingConfiguration.of(realm).basis() == Basis.NOTHING_APPROVED;
    }

    private static void adopt(KeycloakSessionFactory factory, String realmId) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm != null && asks(session, realmId)) {
                    session.getContext().setRealm(realm);
                    ConfigurationAdoption.adopt(session, realm);
                }
            });
        } catch (ModelDuplicateException e) {
            LOG.debugf("Another node was first with realm %s", realmId);
        }
    }

    /** As the database says: a cache that lags behind would take back what was approved a moment ago. */
    private static boolean asks(KeycloakSession session, String realmId) {
        RealmModel stored = session.getProvider(RealmProvider.class).getRealm(realmId);
        return stored != null && ApprovalSetting.of(stored) == ApprovalSetting.REQUIRED;
    }
}
