/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.access.Fingerprint;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * So many people of one kind who must approve a change: policy admins, or somebody who approves access to data that is to be
 * protected less.
 *
 * @param count how many people
 * @param jurisdiction whose data is protected less; empty for the policy admins
 * @param policies those of them that name groups, as they were; none for the policy admins
 */
public record NeededApproval(int count, Optional<String> jurisdiction, List<ApprovalPolicy> policies) {

    private static final GroupRef POLICY_ADMINS = new GroupRef("policy-admins", "policy admins");
    private static final int LONGEST_ID = 24;

    public NeededApproval {
        policies = List.copyOf(policies);
    }

    static NeededApproval policyAdmins(int count) {
        return new NeededApproval(count, Optional.empty(), List.of());
    }

    /** What a vote is counted for, in the place of a group. */
    public GroupRef countedFor() {
        return jurisdiction
                .map(found -> new GroupRef("data-of-" + Fingerprint.of(found).substring(0, LONGEST_ID), found))
                .orElse(POLICY_ADMINS);
    }

    /** The paths of the groups whose members count, given that they meet the approver condition. */
    public SortedSet<String> groups() {
        SortedSet<String> groups = new TreeSet<>();
        policies.forEach(policy -> groups.addAll(policy.approval().required().keySet()));
        return groups;
    }

    RequiredApproval approval() {
        return new RequiredApproval(countedFor(), count);
    }
}
