/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.condition.Verdict.TRUE;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.condition.Circumstance;
import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.condition.Facts;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.FreshLogin;
import io.dataaccess.keycloak.policy.Policies;
import io.dataaccess.keycloak.policy.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people who may decide about one access for one purpose, as the policies stand now: members of the groups they
 * name, who satisfy the approver condition of every policy naming that group.
 */
public final class Panel {

    private final Case subjectMatter;
    private final Policies policies;
    private final List<RequiredApproval> named;

    /**
     * What is decided about.
     *
     * @param subject as of now; empty when the user is gone, and then no approver condition that reads the subject is met,
     *     or when none does
     */
    record Case(Access access, Optional<Person> subject, String purpose, Instant now) {}

    /** @param named what the policies ask for, of groups that exist, each with the path that a policy names it by */
    private Panel(Case subjectMatter, Policies policies, List<RequiredApproval> named) {
        this.subjectMatter = subjectMatter;
        this.policies = policies;
        this.named = named;
    }

    /**
     * The panel under these policies.
     *
     * @param known groups already resolved for this case: a path stands for the group it stood for when the request was
     *     filed, whatever has been renamed since
     */
    static Panel of(Case subjectMatter, Policies policies, Collection<GroupRef> known, Directory directory) {
        Map<String, String> idByPath = known.stream().collect(toMap(GroupRef::path, GroupRef::id));
        List<RequiredApproval> named = policies.required().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> Optional.ofNullable(idByPath.get(entry.getKey()))
                        .or(() -> directory.group(entry.getKey()).map(GroupRef::id))
                        .map(id -> new RequiredApproval(new GroupRef(id, entry.getKey()), entry.getValue()))
                        .stream())
                .toList();
        return new Panel(subjectMatter, policies, named);
    }

    /** The groups that exist, with their numbers; several paths to one group are one seat of the largest number. */
    public List<RequiredApproval> seats() {
        Map<String, RequiredApproval> byGroup = new LinkedHashMap<>();
        named.forEach(seat ->
                byGroup.merge(seat.group().id(), seat, (one, other) -> one.count() >= other.count() ? one : other));
        return List.copyOf(byGroup.values());
    }

    /** Whether every group the policies name exists. */
    boolean isComplete() {
        return named.size() == policies.required().size();
    }

    /** Whether the person belongs to a group that a policy names, whatever the conditions say. */
    boolean isKnown(Person person) {
        return named.stream().anyMatch(seat -> person.isMemberOf(seat.group()));
    }

    /**
     * The ids of the groups this person may be counted for; none when the account is disabled or belongs to a client:
     * whoever holds a client's secret could be several of those at once.
     */
    public Set<String> groupsOf(Person person) {
        if (!person.account().enabled() || person.account().service()) {
            return Set.of();
        }
        return named.stream()
                .map(RequiredApproval::group)
                .filter(person::isMemberOf)
                .map(GroupRef::id)
                .filter(id -> policies.naming(pathsOf(id)).stream().allMatch(policy -> satisfies(person, policy)))
                .collect(toUnmodifiableSet());
    }

    /** Whether the person may see the case: in a group of a policy whose approver condition they meet. */
    boolean mayBeSeenBy(Person person) {
        return policies.all().stream()
                .filter(policy -> named.stream()
                        .map(RequiredApproval::group)
                        .anyMatch(group -> policy.isForGroup(group.path()) && person.isMemberOf(group)))
                .anyMatch(policy -> satisfies(person, policy));
    }

    /** The logins that the policies ask for; a vote needs each of them. */
    List<FreshLogin> logins() {
        return policies.all().stream().map(policy -> policy.approval().login()).toList();
    }

    /** The attributes of an approver that the conditions read. */
    Set<String> approverAttributes() {
        return policies.all().stream()
                .flatMap(policy -> policy.approval().approverCondition().approverAttributes().stream())
                .collect(toUnmodifiableSet());
    }

    /** Why this person must have no part in the access; empty when they may. Who is gone cannot be checked. */
    Optional<RefusalReason> ineligibility(Optional<Person> person) {
        return person.map(found -> policies.ineligibility(new Facts(found, Optional.empty(), circumstance())))
                .orElse(Optional.of(RefusalReason.UNDECIDABLE));
    }

    Duration longest() {
        return policies.durations().longest();
    }

    private Set<String> pathsOf(String groupId) {
        return named.stream()
                .map(RequiredApproval::group)
                .filter(group -> group.id().equals(groupId))
                .map(GroupRef::path)
                .collect(toUnmodifiableSet());
    }

    private boolean satisfies(Person approver, ApprovalPolicy policy) {
        Condition condition = policy.approval().approverCondition();
        return subjectRead(condition, approver)
                .map(subject -> new Facts(subject, Optional.of(approver), circumstance()))
                .filter(facts -> condition.evaluate(facts) == TRUE)
                .isPresent();
    }

    /** Where the condition does not read the subject, it is met or not whoever that is: anybody will do. */
    private Optional<Person> subjectRead(Condition condition, Person anybody) {
        return condition.isSubjectRead() ? subjectMatter.subject() : Optional.of(anybody);
    }

    private Circumstance circumstance() {
        Access access = subjectMatter.access();
        return new Circumstance(
                access.client().clientId(), access.scope().name(), subjectMatter.now(), subjectMatter.purpose());
    }
}
