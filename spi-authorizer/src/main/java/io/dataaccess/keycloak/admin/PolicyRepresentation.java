/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.TextPattern;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.Durations;
import io.dataaccess.keycloak.policy.Terms;
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
        Terms terms = policy.terms();
        Durations durations = terms.durations();
        return new PolicyRepresentation(
                policy.name().stamp().name(),
                policy.level().jurisdiction(),
                policy.level().sensitivity().name(),
                new TreeMap<>(policy.approval().required()),
                policy.admission().eligibility().source(),
                policy.admission().exemption().source(),
                policy.approval().approverCondition().source(),
                durations.longest().toString(),
                durations.usual().toString(),
                durations.pending().toString(),
                durations.token().toString(),
                terms.purposes(),
                terms.ticket().pattern().map(TextPattern::source).orElse(null),
                terms.ticket().required(),
                terms.ticket().hint(),
                policy.approval().login().maxAge().toString(),
                policy.approval().login().acr(),
                terms.contact(),
                policy.admission().notice());
    }
}
