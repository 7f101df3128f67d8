/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.grant.Grants;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.request.Realm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Up to six people, each in any of three groups, who must give up to three approvals each, and one in all. */
@Label("The required approvals are matched to distinct people, each counted for one group")
class QuorumTest {

    private static final List<GroupRef> GROUPS = List.of(Groups.dataOwners(), Groups.euPrivacy(), Groups.usSecurity());

    /** Who voted, in this order, and what is required. */
    record Case(List<RequiredApproval> required, List<Set<String>> groups) {

        private TreeMap<String, Set<String>> people() {
            return IntStream.range(0, groups.size())
                    .boxed()
                    .collect(toMap(number -> "person-" + number, groups::get, (one, other) -> one, TreeMap::new));
        }

        private Map<String, GroupRef> match() {
            return new Quorum(required).match(people());
        }

        private int total() {
            return required.stream().mapToInt(RequiredApproval::count).sum();
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<List<RequiredApproval>> required = Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofSize(GROUPS.size())
                .map(QuorumTest::required)
                .filter(seats -> !seats.isEmpty());
        Arbitrary<List<Set<String>>> people = Arbitraries.of(
                        GROUPS.stream().map(GroupRef::id).toList())
                .set()
                .ofMaxSize(GROUPS.size())
                .list()
                .ofMaxSize(6);
        return Combinators.combine(required, people).as(Case::new);
    }

    private static List<RequiredApproval> required(List<Integer> counts) {
        return IntStream.range(0, counts.size())
                .filter(index -> counts.get(index) > 0)
                .mapToObj(index -> new RequiredApproval(GROUPS.get(index), counts.get(index)))
                .toList();
    }

    @Property(tries = 300)
    void countsPeopleOnlyWhenMembersOfTheirGroup(@ForAll("cases") Case example) {
        example.match()
                .forEach((person, group) -> assertThat(example.people().getOrDefault(person, Set.of()))
                        .contains(group.id()));
    }

    @Property(tries = 300)
    void countsNoMoreThanRequiredWhenAGroupHasSurplus(@ForAll("cases") Case example) {
        Map<GroupRef, List<GroupRef>> used = example.match().values().stream().collect(groupingBy(group -> group));
        used.forEach((group, people) -> assertThat(people)
                .hasSizeLessThanOrEqualTo(example.required().stream()
                        .filter(seat -> seat.group().equals(group))
                        .mapToInt(RequiredApproval::count)
                        .sum()));
    }

    @Property(tries = 300)
    void countsAsManyAsPossibleWhenComparedWithAllAssignments(@ForAll("cases") Case example) {
        int[] left = new int[GROUPS.size()];
        example.required().forEach(seat -> left[GROUPS.indexOf(seat.group())] = seat.count());
        assertThat(example.match()).hasSize(most(new ArrayList<>(example.groups()), 0, left));
    }

    @Property(tries = 300)
    void countsTheSameWhenPeopleComeInAnyOrder(@ForAll("cases") Case example, @ForAll Random random) {
        Realm realm = Realm.demo();
        List<String> voters = new ArrayList<>(example.people().keySet());
        example.people().forEach((id, groups) -> realm.directory.put(member(id, groups)));
        realm.put(PolicyDrafts.usConfidential()
                .with("approverCondition", "true")
                .with(
                        "requiredApprovals",
                        example.required().stream()
                                .map(seat -> seat.group().path() + "=" + seat.count())
                                .toArray(String[]::new)));
        ApproverSet set = realm.approvers().of(Grants.running()).orElseThrow();
        Collections.shuffle(voters, random);
        assertThat(set.count(voters)).isEqualTo(example.match());
    }

    private static Person member(String id, Set<String> groups) {
        Person person = People.person(id, "US", "Clips US Data Security");
        return People.in(
                new Person(new UserRef(id, id), person.account(), person.attributes(), Set.of()),
                GROUPS.stream().filter(group -> groups.contains(group.id())).toArray(GroupRef[]::new));
    }

    @Property(tries = 300)
    void isReachedOnlyWhenEverySeatIsTaken(@ForAll("cases") Case example) {
        assertThat(new Quorum(example.required()).isReachedBy(example.match()))
                .isEqualTo(example.match().size() == example.total());
    }

    /** Tries every group for each person. */
    private static int most(List<Set<String>> people, int from, int[] left) {
        if (from == people.size()) {
            return 0;
        }
        int best = most(people, from + 1, left);
        for (int index = 0; index < left.length; index++) {
            if (left[index] > 0 && people.get(from).contains(GROUPS.get(index).id())) {
                left[index]--;
                best = Math.max(best, 1 + most(people, from + 1, left));
                left[index]++;
            }
        }
        return best;
    }
}
