/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import io.dataaccess.keycloak.access.GroupRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Matches required approvals to distinct people, each counted for one group: as many as can be (maximum bipartite
 * matching by augmenting paths). Who counts for what depends on nothing but who the people are.
 */
public final class Quorum {

    private final List<RequiredApproval> required;

    public Quorum(List<RequiredApproval> required) {
        this.required = List.copyOf(required);
    }

    /**
     * The largest assignment.
     *
     * @param groupsByPerson ids of the groups a person may count for, by user id
     * @return group by user id of those who count
     */
    public Map<String, GroupRef> match(SortedMap<String, Set<String>> groupsByPerson) {
        Map<Slot, String> taken = new HashMap<>();
        groupsByPerson.keySet().forEach(person -> slot(person, groupsByPerson, taken, new HashSet<>()));
        Map<String, GroupRef> result = new HashMap<>();
        taken.forEach((slot, person) -> result.put(person, slot.group()));
        return Map.copyOf(result);
    }

    /** Whether this assignment fills every slot. */
    public boolean isReachedBy(Map<String, GroupRef> assignment) {
        return assignment.size()
                == required.stream().mapToInt(RequiredApproval::count).sum();
    }

    private boolean slot(
            String person, Map<String, Set<String>> groupsByPerson, Map<Slot, String> taken, Set<Slot> tried) {
        Set<String> groups = groupsByPerson.getOrDefault(person, Set.of());
        for (RequiredApproval approval : required) {
            if (!groups.contains(approval.group().id())) {
                continue;
            }
            for (int number = 0; number < approval.count(); number++) {
                Slot slot = new Slot(approval.group(), number);
                if (tried.add(slot) && isFreed(slot, groupsByPerson, taken, tried)) {
                    taken.put(slot, person);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFreed(
            Slot slot, Map<String, Set<String>> groupsByPerson, Map<Slot, String> taken, Set<Slot> tried) {
        String holder = taken.get(slot);
        return holder == null || slot(holder, groupsByPerson, taken, tried);
    }

    private record Slot(GroupRef group, int number) {}
}
