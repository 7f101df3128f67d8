/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.CelVocabulary;
import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.condition.ConditionCompiler;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Approval;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.ApprovalRule;
import io.dataaccess.keycloak.policy.PolicyDurations;
import io.dataaccess.keycloak.policy.PolicyVersion;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.RequiredLogin;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.policy.ScopeDecision.Known;
import io.dataaccess.keycloak.policy.TicketRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions about single scopes, under a policy with tokens of five minutes and grants of eight hours. */
public final class Decisions {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00.900Z");

    private static final ProtectionLevel LEVEL = new ProtectionLevel("US", Sensitivity.CONFIDENTIAL);
    private static final Condition YES = new ConditionCompiler(1).compile("true", CelVocabulary.ELIGIBILITY);

    private Decisions() {}

    /** Approved from ten minutes before noon for this long. */
    public static ScopeDecision approved(String grantId, Duration duration, String scope, String... keys) {
        Instant from = NOON.minus(Duration.ofMinutes(10));
        AccessGrant grant = new AccessGrant(
                grantId,
                new Access(new UserRef("id-of-lin", "lin"), new ClientRef("id-of-app", "app"), ref(scope)),
                new Approval("request-of-" + grantId, "legal-request", categories(keys)),
                new Term(from, from.plus(duration), Optional.empty()));
        return new ScopeDecision(guarded(scope, keys), known(keys), Optional.empty(), Optional.of(grant));
    }

    public static ScopeDecision exempt(String scope, String... keys) {
        return new ScopeDecision(guarded(scope, keys), known(keys), Optional.empty(), Optional.empty());
    }

    public static ScopeDecision refused(RefusalReason reason, String scope, String... keys) {
        return new ScopeDecision(guarded(scope, keys), known(keys), Optional.of(reason), Optional.empty());
    }

    private static GuardedScope guarded(String scope, String... keys) {
        return new GuardedScope(ref(scope), List.of(keys), true);
    }

    private static ScopeRef ref(String scope) {
        return new ScopeRef("id-of-" + scope, scope);
    }

    private static Known known(String... keys) {
        return new Known(categories(keys), Optional.of(new ApplicablePolicies(List.of(policy()))));
    }

    private static List<DataCategory> categories(String... keys) {
        return List.of(keys).stream()
                .map(key -> new DataCategory(key, LEVEL, key))
                .toList();
    }

    private static ApprovalPolicy policy() {
        return new ApprovalPolicy(
                new PolicyVersion("policy", ""),
                LEVEL,
                YES,
                YES,
                false,
                new ApprovalRule(Map.of("/us-security", 1), YES, new RequiredLogin(Duration.ofHours(1), "")),
                new PolicyDurations(
                        Duration.ofHours(8), Duration.ofHours(1), Duration.ofDays(1), Duration.ofMinutes(5)),
                List.of(),
                new TicketRule(Optional.empty(), false, ""),
                "");
    }
}
