/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.Quorum;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.condition.ConditionInput;
import io.dataaccess.keycloak.condition.ConditionResult;
import io.dataaccess.keycloak.condition.Environment;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.RequiredLogins;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The people who may decide one change, each counted once, and whether they are enough. The proposer is none of them. */
public final class ChangeQuorum {

    private final Case about;
    private final Directory directory;
    private final Predicate<Person> policyAdmins;
    private final RequiredLogins logins;

    /**
     * What is decided about.
     *
     * @param proposing the proposer as of now; empty when the user is gone, and then no approver condition is met
     */
    record Case(UserRef proposer, Optional<Person> proposing, List<NeededApproval> needed, Instant now) {}

    ChangeQuorum(Case about, Directory directory, Predicate<Person> policyAdmins, RequiredLogins logins) {
        this.about = about;
        this.directory = directory;
        this.policyAdmins = policyAdmins;
        this.logins = logins;
    }

    public List<NeededApproval> needed() {
        return about.needed();
    }

    public RequiredLogins requiredLogins() {
        return logins;
    }

    /** Whether who proposed it could propose it now. */
    boolean isProposerAdmitted() {
        return about.proposing().filter(policyAdmins).isPresent();
    }

    /** Whether the person may vote, given that the change is pending and their login good. */
    public boolean mayDecide(Person person) {
        return !seatsOf(person).isEmpty();
    }

    /** Whether the person is in a group that is asked, whatever the conditions say. */
    public boolean isKnown(Person person) {
        return about.needed().stream()
                .flatMap(needed -> needed.groups().stream())
                .anyMatch(path -> isMember(person, path));
    }

    /** What the person can be counted for; nothing for the proposer. */
    Set<String> seatsOf(Person person) {
        if (person.user().isSameAs(about.proposer())) {
            return Set.of();
        }
        return about.needed().stream()
                .filter(needed -> fills(person, needed))
                .map(needed -> needed.countedFor().id())
                .collect(toUnmodifiableSet());
    }

    /**
     * Requires a login as fresh and strong as every policy asks for.
     *
     * @throws LoginTooWeakException when it is not
     */
    void requireGoodLogin(Voter voter) {
        if (!logins.isMetBy(voter.login(), about.now())) {
            throw new LoginTooWeakException(logins.strictest());
        }
    }

    /** What each of these users, read anew, counts for. */
    Map<String, GroupRef> count(Collection<String> userIds) {
        SortedMap<String, Set<String>> seats = new TreeMap<>();
        userIds.stream()
                .flatMap(id -> directory.person(id).stream())
                .forEach(person -> seats.put(person.user().id(), seatsOf(person)));
        return quorum().match(seats);
    }

    boolean isReached(Map<String, GroupRef> counted) {
        return quorum().isReachedBy(counted);
    }

    /** The attributes of this person that the conditions read. */
    Attributes attributesRead(Person person) {
        return person.attributes()
                .only(about.needed().stream()
                        .flatMap(needed -> needed.policies().stream())
                        .flatMap(policy -> policy.approval().approverCondition().approverAttributes().stream())
                        .collect(toUnmodifiableSet()));
    }

    private Quorum quorum() {
        return new Quorum(about.needed().stream().map(NeededApproval::approval).toList());
    }

    private boolean fills(Person person, NeededApproval needed) {
        return needed.jurisdiction().isEmpty()
                ? policyAdmins.test(person)
                : person.account().mayApprove()
                        && needed.policies().stream().anyMatch(policy -> approvesFor(person, policy));
    }

    private boolean approvesFor(Person person, ApprovalPolicy policy) {
        return policy.approval().required().keySet().stream().anyMatch(path -> isMember(person, path))
                && satisfies(person, policy);
    }

    private boolean isMember(Person person, String path) {
        return directory.group(path).filter(person::isMemberOf).isPresent();
    }

    /** Whoever proposes stands for the subject: the condition says who may approve for whom. There is no client, scope or purpose. */
    private boolean satisfies(Person person, ApprovalPolicy policy) {
        Environment nowhere = new Environment("", "", about.now(), "");
        return about.proposing()
                .map(proposer -> new ConditionInput(proposer, Optional.of(person), nowhere))
                .filter(input -> policy.approval().approverCondition().evaluate(input) == ConditionResult.TRUE)
                .isPresent();
    }
}
