/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static io.dataaccess.keycloak.condition.ConditionResult.TRUE;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.condition.ConditionInput;
import io.dataaccess.keycloak.condition.Environment;
import io.dataaccess.keycloak.policy.AcrLevels;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.RequiredLogin;
import io.dataaccess.keycloak.policy.RequiredLogins;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The people who may decide about one access for one purpose, as the policies stand now: members of the groups they
 * name, who satisfy the approver condition of every policy naming that group.
 */
public final class ApproverSet {

    private final Case about;
    private final ApplicablePolicies policies;
    private final NamedGroups named;
    private final Lookup lookup;

    /**
     * What is decided about.
     *
     * @param subject as of now; empty when the user is gone, and then no approver condition that reads the subject is met,
     *     or when none does
     */
    record Case(Access access, Optional<Person> subject, String purpose, Instant now) {}

    /** Where people and the order of logins are looked up. */
    record Lookup(Directory directory, AcrLevels acrLevels) {}

    /** @param named what the policies ask for, of groups that exist, each with the path that a policy names it by */
    private ApproverSet(Case about, ApplicablePolicies policies, NamedGroups named, Lookup lookup) {
        this.about = about;
        this.policies = policies;
        this.named = named;
        this.lookup = lookup;
    }

    /**
     * The approvers under these policies.
     *
     * @param known groups already resolved for this context: a path stands for the group it stood for when the request was
     *     filed, whatever has been renamed since
     */
    static ApproverSet of(Case about, ApplicablePolicies policies, Collection<GroupRef> known, Lookup lookup) {
        Map<String, String> idByPath = known.stream().collect(toMap(GroupRef::path, GroupRef::id));
        List<RequiredApproval> named = policies.required().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> Optional.ofNullable(idByPath.get(entry.getKey()))
                        .or(() -> lookup.directory().group(entry.getKey()).map(GroupRef::id))
                        .map(id -> new RequiredApproval(new GroupRef(id, entry.getKey()), entry.getValue()))
                        .stream())
                .toList();
        return new ApproverSet(about, policies, new NamedGroups(named), lookup);
    }

    /** The groups that exist, with their numbers; several paths to one group are one requirement of the largest number. */
    public List<RequiredApproval> requirements() {
        return named.requirements();
    }

    /** Whether every group the policies name exists. */
    boolean isComplete() {
        return named.all().size() == policies.required().size();
    }

    /** Whether the person belongs to a group that a policy names, whatever the conditions say. */
    boolean isKnown(Person person) {
        return named.all().stream().anyMatch(required -> person.isMemberOf(required.group()));
    }

    /** The ids of the groups this person may be counted for; none when no vote of the account can count. */
    public Set<String> groupsOf(Person person) {
        if (!person.account().mayApprove()) {
            return Set.of();
        }
        return named.all().stream()
                .map(RequiredApproval::group)
                .filter(person::isMemberOf)
                .map(GroupRef::id)
                .filter(id -> policies.naming(named.pathsOf(id)).stream().allMatch(policy -> satisfies(person, policy)))
                .collect(toUnmodifiableSet());
    }

    /** Whether the person may see it: in a group of a policy whose approver condition they meet. */
    boolean mayBeSeenBy(Person person) {
        return policies.all().stream()
                .filter(policy -> named.all().stream()
                        .map(RequiredApproval::group)
                        .anyMatch(group -> policy.isForGroup(group.path()) && person.isMemberOf(group)))
                .anyMatch(policy -> satisfies(person, policy));
    }

    /** The members of all groups who count for one; who is in several groups comes several times. */
    public Stream<Person> approvers() {
        return requirements().stream()
                .flatMap(required -> lookup.directory().members(required.group()).stream())
                .filter(person -> !groupsOf(person).isEmpty());
    }

    /** The logins that the policies ask for; a vote needs each of them. */
    public RequiredLogins requiredLogins() {
        List<RequiredLogin> all =
                policies.all().stream().map(policy -> policy.approval().login()).toList();
        return new RequiredLogins(all, lookup.acrLevels());
    }

    /**
     * Requires a login as fresh and strong as every policy asks for.
     *
     * @throws LoginTooWeakException when it is not
     */
    public void requireGoodLogin(Voter voter) {
        RequiredLogins logins = requiredLogins();
        if (!logins.isMetBy(voter.login(), about.now())) {
            throw new LoginTooWeakException(logins.strictest());
        }
    }

    /** The group each of these people counts for: as many as possible, each for one, as they stand now. */
    public Map<String, GroupRef> count(Stream<Person> people) {
        SortedMap<String, Set<String>> groups = new TreeMap<>();
        people.forEach(person -> groups.put(person.user().id(), groupsOf(person)));
        return new Quorum(requirements()).match(groups);
    }

    /** The group each of these users, read anew, counts for; who is gone counts for none. */
    public Map<String, GroupRef> count(Collection<String> userIds) {
        return count(userIds.stream().flatMap(id -> lookup.directory().person(id).stream()));
    }

    /** Whether those who count are enough. */
    public boolean isReached(Map<String, GroupRef> counted) {
        return isComplete() && new Quorum(requirements()).isReachedBy(counted);
    }

    /** Whether enough people may exist who could approve: where a group may have members that nobody can list, they count. */
    public boolean couldApprove(Predicate<Person> among) {
        return isComplete()
                && new QuorumSearch(
                                requirements(),
                                lookup.directory()::members,
                                person -> among.test(person) ? groupsOf(person) : Set.of())
                        .isPossible();
    }

    /** The attributes of this approver that the approver conditions read. */
    public Attributes attributesRead(Person approver) {
        Set<String> names = policies.all().stream()
                .flatMap(policy -> policy.approval().approverCondition().approverAttributes().stream())
                .collect(toUnmodifiableSet());
        return approver.attributes().only(names);
    }

    /** Why this person must have no part in the access; empty when they may. Who is gone cannot be checked. */
    public Optional<RefusalReason> ineligibility(Optional<Person> person) {
        return person.map(found -> policies.ineligibility(new ConditionInput(found, Optional.empty(), environment())))
                .orElse(Optional.of(RefusalReason.UNDECIDABLE));
    }

    public Duration longest() {
        return policies.durations().maxDuration();
    }

    private boolean satisfies(Person approver, ApprovalPolicy policy) {
        Condition condition = policy.approval().approverCondition();
        return subjectRead(condition, approver)
                .map(subject -> new ConditionInput(subject, Optional.of(approver), environment()))
                .filter(input -> condition.evaluate(input) == TRUE)
                .isPresent();
    }

    /** Where the condition does not read the subject, it is met or not whoever that is: anybody will do. */
    private Optional<Person> subjectRead(Condition condition, Person anybody) {
        return condition.isSubjectRead() ? about.subject() : Optional.of(anybody);
    }

    private Environment environment() {
        Access access = about.access();
        return new Environment(access.client().clientId(), access.scope().name(), about.now(), about.purpose());
    }
}
