/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.condition.Condition;
import java.util.Map;

/**
 * Who must approve.
 *
 * @param required number of people by group path; empty when nobody must
 */
public record ApprovalRule(Map<String, Integer> required, Condition approverCondition, RequiredLogin login) {

    public ApprovalRule {
        required = Map.copyOf(required);
        if (required.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("A required approval needs at least one person");
        }
    }
}
