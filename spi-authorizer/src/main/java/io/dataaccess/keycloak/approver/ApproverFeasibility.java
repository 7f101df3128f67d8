/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static io.dataaccess.keycloak.condition.ConditionResult.FALSE;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicySet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who could decide anything at all, before anybody asks: a condition counts against them only when it is surely false. */
public final class ApproverFeasibility {

    private final PolicySet policySet;
    private final Directory directory;
    private final Clock clock;

    public ApproverFeasibility(PolicySet policySet, Directory directory, Clock clock) {
        this.policySet = policySet;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether this person could decide some policy's requests, given the role of approvers. */
    public boolean couldDecide(Person person) {
        return !person.account().serviceAccount()
                && policySet.policies().stream()
                        .anyMatch(policy -> suits(person, policy)
                                && policy.approval().required().keySet().stream()
                                        .flatMap(path -> directory.group(path).stream())
                                        .anyMatch(person::isMemberOf));
    }

    /** The paths that these policies name and that lead to no group. */
    public List<String> missingGroups(ApplicablePolicies policies) {
        return policies.required().keySet().stream()
                .filter(path -> directory.group(path).isEmpty())
                .sorted()
                .toList();
    }

    /** Whether enough different people could approve, each for one group, or may exist whom nobody can list. */
    public boolean isReachable(ApplicablePolicies policies) {
        NamedGroups named = new NamedGroups(policies.required().entrySet().stream()
                .flatMap(entry -> requirement(entry).stream())
                .toList());
        return named.all().size() == policies.required().size()
                && new QuorumSearch(
                                named.requirements(),
                                directory::members,
                                person -> person.account().mayApprove() ? groupsOf(person, named, policies) : Set.of())
                        .isPossible();
    }

    private Set<String> groupsOf(Person person, NamedGroups named, ApplicablePolicies policies) {
        return named.all().stream()
                .map(RequiredApproval::group)
                .filter(person::isMemberOf)
                .map(GroupRef::id)
                .filter(id -> policies.naming(named.pathsOf(id)).stream().allMatch(policy -> suits(person, policy)))
                .collect(toUnmodifiableSet());
    }

    private Optional<RequiredApproval> requirement(Map.Entry<String, Integer> required) {
        Optional<GroupRef> group = directory.group(required.getKey());
        // By the policy's own path: the directory may write the same group differently.
        return group.map(
                found -> new RequiredApproval(new GroupRef(found.id(), required.getKey()), required.getValue()));
    }

    private boolean suits(Person person, ApprovalPolicy policy) {
        return policy.approval().approverCondition().foresee(person, clock.instant()) != FALSE;
    }
}
