/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.TextPattern;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicyDurations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An approval policy, with what its component left to defaults filled in.
 *
 * @param requiredApprovals number of people by group path
 * @param noticeBeforeAccess whether a login says once more what it opens, before it goes on
 */
@Schema(name = "Policy")
public record PolicyRepresentation(
        String name,
        String jurisdiction,
        @Schema(implementation = Sensitivity.class) String sensitivity,
        Map<String, Integer> requiredApprovals,
        String eligibility,
        String exemption,
        String approverCondition,
        String maxDuration,
        String defaultDuration,
        String pendingExpiry,
        String maxTokenLifespan,
        List<String> purposes,
        @Nullable String ticketPattern,
        boolean ticketRequired,
        String ticketHint,
        String approverMaxAge,
        String approverAcr,
        String contact,
        boolean noticeBeforeAccess) {

    static PolicyRepresentation of(ApprovalPolicy policy) {
        PolicyDurations durations = policy.durations();
        return new PolicyRepresentation(
                policy.name(),
                policy.level().jurisdiction(),
                policy.level().sensitivity().name(),
                new TreeMap<>(policy.approval().required()),
                policy.eligibility().source(),
                policy.exemption().source(),
                policy.approval().approverCondition().source(),
                durations.maxDuration().toString(),
                durations.defaultDuration().toString(),
                durations.pendingExpiry().toString(),
                durations.maxTokenLifespan().toString(),
                policy.purposes(),
                policy.ticket().pattern().map(TextPattern::source).orElse(null),
                policy.ticket().required(),
                policy.ticket().hint(),
                policy.approval().login().maxAge().toString(),
                policy.approval().login().acr(),
                policy.contact(),
                policy.noticeBeforeAccess());
    }
}
