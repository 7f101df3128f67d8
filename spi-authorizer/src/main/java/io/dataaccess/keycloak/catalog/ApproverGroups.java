/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.policy.PolicyBook;
import java.util.SortedSet;
import java.util.TreeSet;

/** The paths of the groups that policies name; who is in a group below one is an approver, too. */
record ApproverGroups(SortedSet<String> paths) {

    static ApproverGroups of(PolicyBook book) {
        SortedSet<String> paths = new TreeSet<>();
        book.policies()
                .forEach(policy -> paths.addAll(policy.approval().required().keySet()));
        return new ApproverGroups(paths);
    }

    boolean include(String path) {
        return paths.stream().anyMatch(approvers -> (path + "/").startsWith(approvers + "/"));
    }
}
