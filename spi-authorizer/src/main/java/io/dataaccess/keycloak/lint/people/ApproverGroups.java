/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.policy.PolicySet;
import java.util.SortedSet;
import java.util.TreeSet;

/** The paths of the groups that policies name; who is in a group below one is an approver, too. */
public record ApproverGroups(SortedSet<String> paths) {

    public static ApproverGroups of(PolicySet policySet) {
        SortedSet<String> paths = new TreeSet<>();
        policySet
                .policies()
                .forEach(policy -> paths.addAll(policy.approval().required().keySet()));
        return new ApproverGroups(paths);
    }

    /** Whether members of the group at this path may approve. */
    public boolean include(String path) {
        return paths.stream().anyMatch(approvers -> (path + "/").startsWith(approvers + "/"));
    }

    /** Whether who may approve changes when the group at this path goes away or comes: with all groups below it. */
    public boolean dependOn(String path) {
        return include(path) || paths.stream().anyMatch(approvers -> approvers.startsWith(path + "/"));
    }
}
