/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.Condition;
import java.util.List;

/**
 * For one jurisdiction and sensitivity: who may ask, who must approve, for how long. Example: CONFIDENTIAL data of the US
 * needs one approval of {@code /us-security}, for at most eight hours.
 *
 * @param level the jurisdiction and sensitivity
 * @param eligibility who may ask
 * @param exemption who need not
 * @param noticeBeforeAccess whether a login says once more what it opens, before it goes on
 * @param purposes the closed list of purposes, in the order to show them
 * @param contact whom to ask; may be blank
 */
public record ApprovalPolicy(
        PolicyVersion version,
        ProtectionLevel level,
        Condition eligibility,
        Condition exemption,
        boolean noticeBeforeAccess,
        ApprovalRule approval,
        PolicyDurations durations,
        List<String> purposes,
        TicketRule ticket,
        String contact) {

    public ApprovalPolicy {
        purposes = List.copyOf(purposes);
        if (approval.required().isEmpty() && level.sensitivity().isAtLeast(Sensitivity.INTERNAL)) {
            throw new IllegalArgumentException("Only PUBLIC data is given without an approval");
        }
    }

    public String name() {
        return version.name();
    }

    public boolean isForGroup(String path) {
        return approval.required().containsKey(path);
    }
}
