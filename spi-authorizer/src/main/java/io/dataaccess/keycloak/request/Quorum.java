/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

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
        Map<Seat, String> taken = new HashMap<>();
        groupsByPerson.keySet().forEach(person -> seat(person, groupsByPerson, taken, new HashSet<>()));
        Map<String, GroupRef> result = new HashMap<>();
        taken.forEach((seat, person) -> result.put(person, seat.group()));
        return Map.copyOf(result);
    }

    /** Whether this assignment fills every seat. */
    public boolean isReachedBy(Map<String, GroupRef> assignment) {
        return assignment.size()
                == required.stream().mapToInt(RequiredApproval::count).sum();
    }

    private boolean seat(
            String person, Map<String, Set<String>> groupsByPerson, Map<Seat, String> taken, Set<Seat> tried) {
        Set<String> groups = groupsByPerson.getOrDefault(person, Set.of());
        for (RequiredApproval approval : required) {
            if (!groups.contains(approval.group().id())) {
                continue;
            }
            for (int number = 0; number < approval.count(); number++) {
                Seat seat = new Seat(approval.group(), number);
                if (tried.add(seat) && isFreed(seat, groupsByPerson, taken, tried)) {
                    taken.put(seat, person);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFreed(
            Seat seat, Map<String, Set<String>> groupsByPerson, Map<Seat, String> taken, Set<Seat> tried) {
        String holder = taken.get(seat);
        return holder == null || seat(holder, groupsByPerson, taken, tried);
    }

    private record Seat(GroupRef group, int number) {}
}
