/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.PolicyVersion;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.web.GrantRepresentation;
import io.dataaccess.keycloak.web.RepresentationMapper;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the gate would decide now.
 *
 * @param reason why it is refused; null when it is allowed
 * @param rule the rule that ended it: the reason, {@code no_approval_required}, {@code exempt} or {@code grant}
 * @param policies names of the policies that apply
 * @param grant what it rests on; null when refused or allowed without one
 */
@Schema(name = "Decision")
public record DecisionRepresentation(
        boolean allowed,
        @Nullable String reason,
        String rule,
        List<String> policies,
        @Nullable GrantRepresentation grant) {

    static DecisionRepresentation of(ScopeDecision decision, RepresentationMapper representations) {
        return new DecisionRepresentation(
                decision.isAllowed(),
                decision.refusal().map(RefusalReason::code).orElse(null),
                decision.refusal().map(RefusalReason::code).orElseGet(() -> permit(decision)),
                decision.known().policies().stream()
                        .flatMap(policies -> policies.versions().stream())
                        .map(PolicyVersion::name)
                        .toList(),
                decision.grant().map(representations::of).orElse(null));
    }

    private static String permit(ScopeDecision decision) {
        if (decision.grant().isPresent()) {
            return "grant";
        }
        boolean nobodyMustApprove = decision.known()
                .policies()
                .map(ApplicablePolicies::required)
                .filter(required -> required.isEmpty())
                .isPresent();
        return nobodyMustApprove ? "no_approval_required" : "exempt";
    }
}
