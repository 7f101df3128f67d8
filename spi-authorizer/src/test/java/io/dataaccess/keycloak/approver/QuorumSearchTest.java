/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.ListedMembers;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("People who could give the required approvals are looked for no further than it takes to know")
class QuorumSearchTest {

    private static final List<GroupRef> GROUPS = List.of(Groups.dataOwners(), Groups.euPrivacy(), Groups.usSecurity());

    /**
     * Seats, people, and what cannot be listed.
     *
     * @param members the groups of each person
     * @param refused the groups that a person is in and does not count for
     * @param unlisted the groups that may have members who cannot be listed
     */
    record Case(
            List<RequiredApproval> required,
            List<Set<GroupRef>> members,
            List<Set<GroupRef>> refused,
            Set<GroupRef> unlisted) {

        private List<Person> people() {
            return IntStream.range(0, members.size())
                    .mapToObj(number -> person("person-" + number, members.get(number)))
                    .toList();
        }

        private Set<String> groupsOf(Person person) {
            int number = Integer.parseInt(person.user().id().substring("person-".length()));
            return person.groups().stream()
                    .filter(group ->
                            number >= refused.size() || !refused.get(number).contains(group))
                    .map(GroupRef::id)
                    .collect(toUnmodifiableSet());
        }

        private QuorumSearch search() {
            return new QuorumSearch(
                    required,
                    group -> unlisted.contains(group)
                            ? ListedMembers.some(of(people(), group))
                            : ListedMembers.all(of(people(), group)),
                    this::groupsOf);
        }

        /** All members of all groups are known, and nobody is looked for: as the product did before it searched. */
        private boolean isPossibleForAll() {
            List<RequiredApproval> listed = required.stream()
                    .filter(seat -> !unlisted.contains(seat.group()))
                    .toList();
            Quorum quorum = new Quorum(listed);
            return quorum.isReachedBy(quorum.match(new TreeMap<>(
                    people().stream().collect(toMap(person -> person.user().id(), this::groupsOf)))));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<List<RequiredApproval>> required = Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofSize(GROUPS.size())
                .map(QuorumSearchTest::required)
                .filter(seats -> !seats.isEmpty());
        Arbitrary<Set<GroupRef>> some = Arbitraries.of(GROUPS).set().ofMaxSize(GROUPS.size());
        return Combinators.combine(
                        required,
                        some.list().ofMaxSize(8),
                        some.list().ofMaxSize(8),
                        Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(Set.<GroupRef>of())), Tuple.of(1, some)))
                .as(Case::new);
    }

    @Property(tries = 2000)
    void findsWhatIsFoundWhenAllAreKnown(@ForAll("cases") Case example) {
        assertThat(example.search().isPossible()).isEqualTo(example.isPossibleForAll());
    }

    @Example
    void looksAtFewWhenTheFirstAreEnough() {
        Map<GroupRef, ListedMembers> members = members(many(5000, Groups.usSecurity()));

        assertThat(search(members, QuorumSearchTest::all, seats(2, Groups.usSecurity()))
                        .isPossible())
                .isTrue();
        assertThat(looked(members)).isEqualTo(2);
    }

    /** The only data owner is one of the five thousand as well. */
    @Example
    void looksAtOneMoreWhenSomebodyIsNeededElsewhere() {
        Stream<Person> both = Stream.of(person("a", Set.of(Groups.dataOwners(), Groups.usSecurity())));
        Map<GroupRef, ListedMembers> members = members(Stream.concat(both, many(5000, Groups.usSecurity())));

        assertThat(search(members, QuorumSearchTest::all, seats(1, Groups.usSecurity()), seats(1, Groups.dataOwners()))
                        .isPossible())
                .isTrue();
        assertThat(looked(members)).isEqualTo(2);
    }

    @Example
    void looksAtNoOthersWhenOneGroupIsTooSmall() {
        Map<GroupRef, ListedMembers> members = members(many(5000, Groups.usSecurity()));

        assertThat(search(members, QuorumSearchTest::all, seats(1, Groups.dataOwners()), seats(1, Groups.usSecurity()))
                        .isPossible())
                .isFalse();
        assertThat(looked(members)).isLessThanOrEqualTo(1);
    }

    private static int looked(Map<GroupRef, ListedMembers> members) {
        return requireNonNull(members.get(Groups.usSecurity())).looked();
    }

    private static QuorumSearch search(
            Map<GroupRef, ListedMembers> members, Function<Person, Set<String>> groupsOf, RequiredApproval... seats) {
        return new QuorumSearch(
                List.of(seats), group -> members.getOrDefault(group, ListedMembers.all(Stream.empty())), groupsOf);
    }

    private static Map<GroupRef, ListedMembers> members(Stream<Person> people) {
        List<Person> all = people.toList();
        return GROUPS.stream().collect(toMap(group -> group, group -> ListedMembers.all(of(all, group))));
    }

    private static Stream<Person> of(List<Person> people, GroupRef group) {
        return people.stream().filter(person -> person.isMemberOf(group));
    }

    private static Set<String> all(Person person) {
        return person.groups().stream().map(GroupRef::id).collect(toUnmodifiableSet());
    }

    private static Stream<Person> many(int count, GroupRef group) {
        return IntStream.range(0, count).mapToObj(number -> person("many-" + number, Set.of(group)));
    }

    private static Person person(String id, Set<GroupRef> groups) {
        return new Person(
                new UserRef(id, id), new Account(true, false, false, true, false), new Attributes(Map.of()), groups);
    }

    private static RequiredApproval seats(int count, GroupRef group) {
        return new RequiredApproval(group, count);
    }

    private static List<RequiredApproval> required(List<Integer> counts) {
        return IntStream.range(0, counts.size())
                .filter(index -> counts.get(index) > 0)
                .mapToObj(index -> seats(counts.get(index), GROUPS.get(index)))
                .toList();
    }
}
