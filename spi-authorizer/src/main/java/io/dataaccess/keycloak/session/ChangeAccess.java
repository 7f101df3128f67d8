/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.change.ConfigurationCheck;
import io.dataaccess.keycloak.catalog.change.RealmInForce;
import io.dataaccess.keycloak.change.ChangeApprovers;
import io.dataaccess.keycloak.change.ChangeRecords;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.ChangeStore;
import io.dataaccess.keycloak.change.ChangeVoting;
import io.dataaccess.keycloak.change.InForce;
import io.dataaccess.keycloak.change.ProposedConfiguration;
import io.dataaccess.keycloak.change.Proposing;
import io.dataaccess.keycloak.directory.DataAccessRoles;
import io.dataaccess.keycloak.log.ApprovalLog;
import io.dataaccess.keycloak.log.ChangeLog;
import io.dataaccess.keycloak.log.ConfigurationLog;
import io.dataaccess.keycloak.persistence.RealmStores;
import io.dataaccess.keycloak.policy.RealmRules;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** How the configuration of one realm is changed, within one Keycloak session. */
public final class ChangeAccess {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DataAccess access;
    private final ChangeLog log;
    private final RealmInForce inForce;
    private final ChangeRecords records;

    private ChangeAccess(KeycloakSession session, RealmModel realm) {
        RealmStores stores = new RealmStores(session, realm.getId());
        this.session = session;
        this.realm = realm;
        this.access = DataAccess.of(session, realm);
        this.log = new ChangeLog(new ApprovalLog(session, realm, begun -> LoggedSettings.all(begun, realm.getId())));
        this.inForce = new RealmInForce(
                realm, new ConfigurationLog(session, realm.getId(), clock()), stores::lockConfiguration);
        this.records = new ChangeRecords(stores.changes(), List.of(log));
    }

    public static ChangeAccess of(KeycloakSession session, RealmModel realm) {
        return new ChangeAccess(session, realm);
    }

    public Clock clock() {
        return access.clock();
    }

    public RealmInForce inForce() {
        return inForce;
    }

    public ChangeLog log() {
        return log;
    }

    public ChangeStore changes() {
        return records.changes();
    }

    public Proposing proposing() {
        return new Proposing(records, inForce, clock());
    }

    public ChangeVoting voting() {
        return new ChangeVoting(records, inForce, approvers(), clock());
    }

    public ChangeApprovers approvers() {
        Catalog catalog = access.catalog();
        RealmRules rules =
                new RealmRules(catalog.classification(), access.scopes(), catalog.policySet(), catalog.acrLevels());
        return new ChangeApprovers(rules, access.people(), this::isPolicyAdmin, clock());
    }

    /** The configuration that a change was proposed for, as it was. */
    public InForce base(ChangeRequest change) {
        ProposedConfiguration proposed = change.proposed();
        return new InForce(
                proposed.baseVersion(),
                proposed.base(),
                proposed.baseRequired(),
                ConfigurationCheck.unreadable(proposed.base()));
    }

    private boolean isPolicyAdmin(Person person) {
        return Optional.ofNullable(
                        session.users().getUserById(realm, person.user().id()))
                .filter(user -> DataAccessRoles.has(realm, user, DataAccessRoles.POLICY_ADMIN))
                .isPresent();
    }
}
