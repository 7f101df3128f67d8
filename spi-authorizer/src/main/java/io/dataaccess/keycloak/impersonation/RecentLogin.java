/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.login.SessionLogin;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicySet;
import io.dataaccess.keycloak.policy.RequiredLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;

/**
 * How recent the login must be in which somebody changes what they log in with, on a page or by the account REST: as recent
 * as the strictest policy of the realm asks of a vote.
 *
 * @param maxAge empty where nobody approves anything
 */
record RecentLogin(Optional<Duration> maxAge) {

    /** In place of what a policy said that cannot be read, or is gone while scopes still ask for one. */
    private static final Duration OF_UNKNOWN_POLICY = Duration.ofMinutes(15);

    static RecentLogin of(RealmModel realm) {
        PolicySet policies = Catalog.of(realm).policySet();
        Stream<Duration> known = policies.policies().stream()
                .map(ApprovalPolicy::approval)
                .filter(approval -> !approval.required().isEmpty())
                .map(approval -> approval.login())
                .map(RequiredLogin::maxAge);
        Stream<Duration> unknown = isAnyUnknown(policies, realm) ? Stream.of(OF_UNKNOWN_POLICY) : Stream.empty();
        return new RecentLogin(Stream.concat(known, unknown).min(Comparator.naturalOrder()));
    }

    private static boolean isAnyUnknown(PolicySet policies, RealmModel realm) {
        return !policies.unreadable().isEmpty()
                || (policies.policies().isEmpty()
                        && new ScopeCatalog(realm).all().findAny().isPresent());
    }

    /** Keycloak looks at the age of a session as well, by an action's own limit, which may be longer. */
    boolean isMetBy(SessionLogin session) {
        return maxAge.isEmpty()
                || !session.login().at().plus(maxAge.get()).isBefore(Instant.ofEpochSecond(Time.currentTimeSeconds()));
    }
}
