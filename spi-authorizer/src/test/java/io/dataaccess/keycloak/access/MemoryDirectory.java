/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A realm's people and groups in memory. */
public final class MemoryDirectory implements Directory {

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, GroupRef> groups = new LinkedHashMap<>();
    private int lookups;

    /** How often somebody was looked up by id. */
    public int lookups() {
        return lookups;
    }

    /** Adds or replaces the person, and the groups they are in. */
    public void put(Person person) {
        people.put(person.user().id(), person);
        person.groups().forEach(group -> groups.putIfAbsent(group.id(), group));
    }

    public void remove(Person person) {
        people.remove(person.user().id());
    }

    /** Adds the group, or renames the one with its id. */
    public void put(GroupRef group) {
        groups.put(group.id(), group);
    }

    public void remove(GroupRef group) {
        groups.remove(group.id());
    }

    /** The person called so; a test that asks for nobody is wrong. */
    public Person named(String username) {
        return people.values().stream()
                .filter(person -> person.user().username().equals(username))
                .findFirst()
                .map(this::asOfNow)
                .orElseThrow();
    }

    public Stream<Person> everybody() {
        return List.copyOf(people.values()).stream().map(this::asOfNow);
    }

    @Override
    public Optional<Person> person(String userId) {
        lookups++;
        return Optional.ofNullable(people.get(userId)).map(this::asOfNow);
    }

    @Override
    public GroupMembers members(GroupRef group) {
        return ListedMembers.all(everybody()
                .filter(person ->
                        person.account().enabled() && !person.account().serviceAccount())
                .filter(person -> person.isMemberOf(group)));
    }

    /** As lax as a database that compares without regard to case. */
    @Override
    public Optional<GroupRef> group(String path) {
        return groups.values().stream()
                .filter(group -> group.path().equalsIgnoreCase(path))
                .findFirst();
    }

    private Person asOfNow(Person person) {
        return new Person(
                person.user(),
                person.account(),
                person.attributes(),
                person.groups().stream()
                        .flatMap(group -> Optional.ofNullable(groups.get(group.id())).stream())
                        .collect(toSet()));
    }
}
