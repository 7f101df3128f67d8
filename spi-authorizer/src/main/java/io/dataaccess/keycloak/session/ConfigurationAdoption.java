/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.catalog.RealmLimit;
import io.dataaccess.keycloak.catalog.approved.ApprovalSetting;
import io.dataaccess.keycloak.catalog.approved.RealmConfiguration;
import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.log.ConfigurationLog;
import io.dataaccess.keycloak.log.RecordedConfiguration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What stands in a realm is taken for approved, once, when the realm begins to ask that changes are approved. */
public final class ConfigurationAdoption {

    private static final Logger LOG = Logger.getLogger(ConfigurationAdoption.class);

    private ConfigurationAdoption() {}

    /**
     * Nothing happens where nobody asks for approvals, where changes need approval already, and where somebody has changed what was
     * approved. It is part of this session's transaction.
     *
     * @throws org.keycloak.models.ModelDuplicateException when somebody else does it in this moment
     */
    public static void adopt(KeycloakSession session, RealmModel realm) {
        if (ApprovalSetting.of(realm) != ApprovalSetting.REQUIRED || RealmLimit.CHANGE_APPROVALS.isMisspeltIn(realm)) {
            return;
        }
        ConfigurationLog log = new ConfigurationLog(session, realm.getId(), new KeycloakClock());
        RecordedConfiguration known = log.newest();
        if (known.mismatch().isEmpty()
                && known.approved().filter(ApprovedConfiguration::required).isEmpty()) {
            ApprovedConfiguration first = log.approve(
                    realm,
                    RealmConfiguration.of(
                            realm,
                            known.approved()
                                    .map(approved -> approved.configuration().locks())
                                    .orElse(List.of())),
                    true,
                    Optional.empty());
            LOG.infof(
                    "Changes of the configuration of realm %s need approval from now on; what stands there is approved as"
                            + " version %d",
                    realm.getName(), first.version());
        }
    }
}
