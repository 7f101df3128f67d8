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
import io.dataaccess.keycloak.condition.Facts;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.FreshLogin;
import io.dataaccess.keycloak.policy.Policies;
import io.dataaccess.keycloak.policy.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The people who may decide about one access for one purpose, as the policies stand now: members of the groups they
 * name, who satisfy the approver condition of every policy naming that group.
 */
public final class Panel {

    private final Case subjectMatter;
    private final Policies policies;
    private final List<RequiredApproval> seats;
    private final boolean complete;

    /**
     * What is decided about.
     *
     * @param subject as of now; empty when the user is gone, and then nobody may decide
     */
    record Case(Access access, Optional<Person> subject, String purpose, Instant now) {}

    private Panel(Case subjectMatter, Policies policies, List<RequiredApproval> seats) {
        this.subjectMatter = subjectMatter;
        this.policies = policies;
        this.seats = seats;
        this.complete = seats.size() == policies.required().size();
    }

    /**
     * The panel under these policies.
     *
     * @param known groups already resolved for this case: a path stands for the group it stood for when the request was
     *     filed, whatever has been renamed since
     */
    static Panel of(Case subjectMatter, Policies policies, Collection<GroupRef> known, Directory directory) {
        Map<String, GroupRef> byPath = known.stream().collect(toMap(GroupRef::path, Function.identity()));
        List<RequiredApproval> seats = policies.required().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> Optional.ofNullable(byPath.get(entry.getKey()))
                        .or(() -> directory.group(entry.getKey()))
                        .map(group -> new RequiredApproval(group, entry.getValue()))
                        .stream())
                .toList();
        return new Panel(subjectMatter, policies, seats);
    }

    /** The groups that exist, with their numbers. */
    public List<RequiredApproval> seats() {
        return seats;
    }

    /** Whether every group the policies name exists. */
    boolean isComplete() {
        return complete;
    }

    /** Whether the person belongs to a group that a policy names, whatever the conditions say. */
    boolean isKnown(Person person) {
        return seats.stream().anyMatch(seat -> person.isMemberOf(seat.group()));
    }

    /** The ids of the groups this person may be counted for; none when the account is disabled. */
    public Set<String> groupsOf(Person person) {
        if (!person.account().enabled()) {
            return Set.of();
        }
        return seats.stream()
                .map(RequiredApproval::group)
                .filter(person::isMemberOf)
                .filter(group ->
                        policies.naming(Set.of(group.path())).stream().allMatch(policy -> satisfies(person, policy)))
                .map(GroupRef::id)
                .collect(toUnmodifiableSet());
    }

    /** Whether the person may see the case: in a group of a policy whose approver condition they meet. */
    boolean mayBeSeenBy(Person person) {
        return policies.all().stream()
                .filter(policy -> seats.stream()
                        .anyMatch(seat -> policy.isForGroup(seat.group().path()) && person.isMemberOf(seat.group())))
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

    /** Why the subject must not get the access after all; empty when they may. */
    Optional<RefusalReason> ineligibility() {
        return subjectMatter
                .subject()
                .map(subject -> policies.ineligibility(new Facts(subject, Optional.empty(), circumstance())))
                .orElse(Optional.of(RefusalReason.UNDECIDABLE));
    }

    Duration longest() {
        return policies.durations().longest();
    }

    private boolean satisfies(Person approver, ApprovalPolicy policy) {
        return subjectMatter
                .subject()
                .map(subject -> new Facts(subject, Optional.of(approver), circumstance()))
                .filter(facts -> policy.approval().approverCondition().evaluate(facts) == TRUE)
                .isPresent();
    }

    private Circumstance circumstance() {
        Access access = subjectMatter.access();
        return new Circumstance(
                access.client().clientId(), access.scope().name(), subjectMatter.now(), subjectMatter.purpose());
    }
}
