/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.dataaccess.keycloak.access.GroupMembers;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Looks for different people who could give the required approvals, each for one group, and at no more members than it takes to
 * know. Example: of a group of five thousand that must approve once, the first member who may approve is enough.
 */
final class QuorumSearch {

    private final Map<String, RequiredApproval> required = new LinkedHashMap<>();
    private final Map<String, GroupMembers> unread;
    private final Function<Person, Set<String>> groupsOf;
    private final SortedMap<String, Set<String>> found = new TreeMap<>();

    /**
     * A search that has looked at nobody yet.
     *
     * @param required each group once
     * @param groupsOf ids of the groups that a person may be counted for
     */
    QuorumSearch(
            List<RequiredApproval> required,
            Function<GroupRef, GroupMembers> members,
            Function<Person, Set<String>> groupsOf) {
        required.forEach(one -> this.required.put(one.group().id(), one));
        this.unread = required.stream()
                .map(RequiredApproval::group)
                .collect(toMap(GroupRef::id, members, (one, other) -> one, LinkedHashMap::new));
        this.groupsOf = groupsOf;
    }

    /** Whether there are enough, or may be: where members cannot all be listed, the others may be. */
    boolean isPossible() {
        Quorum quorum = quorum();
        Map<String, GroupRef> counted = quorum.match(found);
        while (!quorum.isReachedBy(counted)) {
            Optional<String> next =
                    wanted(counted).stream().filter(unread::containsKey).findFirst();
            if (next.isEmpty()) {
                return false;
            }
            read(next.get());
            quorum = quorum();
            counted = quorum.match(found);
        }
        return true;
    }

    private Quorum quorum() {
        return new Quorum(List.copyOf(required.values()));
    }

    /**
     * The groups of which one more person would help: those that lack people, and those from which somebody could be counted
     * for one that does.
     */
    private Set<String> wanted(Map<String, GroupRef> counted) {
        Map<String, Long> filled =
                counted.values().stream().map(GroupRef::id).collect(groupingBy(id -> id, counting()));
        Set<String> wanted = new HashSet<>();
        required.forEach((id, approval) -> {
            if (filled.getOrDefault(id, 0L) < approval.count()) {
                wanted.add(id);
            }
        });
        boolean grows = true;
        while (grows) {
            grows = counted.entrySet().stream()
                    .filter(entry -> !Collections.disjoint(found.getOrDefault(entry.getKey(), Set.of()), wanted))
                    .map(entry -> entry.getValue().id())
                    .toList()
                    .stream()
                    .anyMatch(wanted::add);
        }
        return wanted;
    }

    /** Looks at members of this group up to the first who may be counted for it and was not known. */
    private void read(String groupId) {
        GroupMembers members = Optional.ofNullable(unread.get(groupId)).orElseThrow();
        while (members.hasNext()) {
            Person person = members.next();
            Set<String> groups = groupsOf.apply(person);
            if (groups.contains(groupId) && found.putIfAbsent(person.user().id(), groups) == null) {
                return;
            }
        }
        unread.remove(groupId);
        if (!members.isComplete()) {
            required.remove(groupId);
        }
    }
}
