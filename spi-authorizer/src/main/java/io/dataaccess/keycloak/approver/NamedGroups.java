/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.GroupRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many people of which groups must approve, each group by the path that a policy names it by. */
record NamedGroups(List<RequiredApproval> all) {

    NamedGroups {
        all = List.copyOf(all);
    }

    /** Each group once; several paths to one group are one requirement of the largest number. */
    List<RequiredApproval> requirements() {
        Map<String, RequiredApproval> byGroup = new LinkedHashMap<>();
        all.forEach(required -> byGroup.merge(
                required.group().id(), required, (one, other) -> one.count() >= other.count() ? one : other));
        return List.copyOf(byGroup.values());
    }

    /** All paths to this group. */
    Set<String> pathsOf(String groupId) {
        return all.stream()
                .map(RequiredApproval::group)
                .filter(group -> group.id().equals(groupId))
                .map(GroupRef::path)
                .collect(toUnmodifiableSet());
    }
}
