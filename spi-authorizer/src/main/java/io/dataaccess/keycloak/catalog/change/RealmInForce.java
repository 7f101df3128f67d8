/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.change;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.catalog.RealmLimit;
import io.dataaccess.keycloak.catalog.approved.ApprovalSetting;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration;
import io.dataaccess.keycloak.catalog.approved.RealmConfiguration;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.ConfigurationInForce;
import io.dataaccess.keycloak.change.InForce;
import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.log.ConfigurationLog;
import io.dataaccess.keycloak.log.RecordedConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;

/**
 * What decides in a realm of Keycloak: what was approved last or, where changes need no approval, what stands in the realm; with
 * the locks in either case.
 */
public final class RealmInForce implements ConfigurationInForce {

    private final RealmModel realm;
    private final ConfigurationLog log;
    private final Runnable wait;

    /**
     * For this realm.
     *
     * @param wait until nobody else is about to approve something, and lets others wait until the transaction ends
     */
    public RealmInForce(RealmModel realm, ConfigurationLog log, Runnable wait) {
        this.realm = realm;
        this.log = log;
        this.wait = wait;
    }

    @Override
    public InForce current() {
        RecordedConfiguration recorded = log.newest();
        if (recorded.mismatch().isPresent()) {
            throw new RejectedException(
                    Rejection.UNDECIDABLE,
                    "What was approved last was edited in the database: "
                            + recorded.mismatch().get());
        }
        Optional<ApprovedConfiguration> approved = recorded.approved();
        Optional<ApprovedConfiguration> deciding = approved.filter(ApprovedConfiguration::required);
        if (deciding.isEmpty() && ApprovalSetting.of(realm) != ApprovalSetting.OFF) {
            throw new RejectedException(
                    Rejection.UNDECIDABLE,
                    "Nothing is approved yet: what stands in the realm is taken for approved within seconds, unless a"
                            + " problem says why not");
        }
        List<Lock> locks = approved.map(found -> found.configuration().locks()).orElse(List.of());
        Configuration content =
                deciding.map(ApprovedConfiguration::configuration).orElseGet(() -> RealmConfiguration.of(realm, locks));
        return new InForce(
                approved.map(ApprovedConfiguration::version).orElse(0),
                content,
                deciding.isPresent(),
                ConfigurationCheck.unreadable(content));
    }

    /** Also refuses while this node does not know yet what was approved just now: it would judge by the rules of before. */
    @Override
    public InForce lock() {
        wait.run();
        InForce current = current();
        long known = DecidingConfiguration.of(realm)
                .approved()
                .map(ApprovedConfiguration::version)
                .orElse(0);
        if (known != current.version()) {
            throw overtaken();
        }
        return current;
    }

    /** Where changes need no approval only locks are asked for here: all the rest has its place in the realm. */
    @Override
    public void apply(ChangeRequest approved, Instant at) {
        InForce current = current();
        Configuration content = current.required()
                ? approved.proposed().content()
                : current.content().withLocks(approved.proposed().content().locks());
        put(current, content, approved.proposed().required(), Optional.of(approved.id()));
    }

    /** Refuses what this lock is about, at once. */
    public void add(Lock lock) {
        wait.run();
        InForce current = current();
        List<Lock> locks = Stream.concat(current.content().locks().stream(), Stream.of(lock))
                .toList();
        put(current, current.content().withLocks(locks), current.required(), Optional.empty());
    }

    /** Puts another configuration into the realm, where that needs no approval. */
    public void replace(Configuration content) {
        write(current(), content);
    }

    private void write(InForce current, Configuration content) {
        new RealmWriter(realm).write(current.content(), content);
        if (content.approvals() != current.content().approvals()) {
            realm.setAttribute(RealmLimit.CHANGE_APPROVALS.attribute(), Integer.toString(content.approvals()));
        }
    }

    private void put(InForce current, Configuration content, boolean required, Optional<String> changeId) {
        // Also when it is switched off: else what somebody wrote there meanwhile would decide from then on.
        if (current.required() != required
                || !content.withLocks(List.of()).equals(current.content().withLocks(List.of()))) {
            write(current, content);
        }
        if (current.required() != required || (changeId.isPresent() && required)) {
            realm.setAttribute(ApprovalSetting.ATTRIBUTE, required ? "required" : "off");
        }
        try {
            log.approve(realm, content, required, changeId);
        } catch (ModelDuplicateException e) {
            throw overtaken();
        }
    }

    private static RejectedException overtaken() {
        return new RejectedException(
                Rejection.OVERTAKEN, "Another change came into force in this moment: look at it and try again");
    }
}
