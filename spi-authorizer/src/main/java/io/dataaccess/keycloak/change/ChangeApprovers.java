/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.RealmRules;
import io.dataaccess.keycloak.policy.RequiredLogin;
import io.dataaccess.keycloak.policy.RequiredLogins;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may decide change requests, by the rules that are in force until then and people as they stand now. */
public final class ChangeApprovers {

    /** Where no policy asks for anything. */
    private static final RequiredLogin USUAL_LOGIN = new RequiredLogin(Duration.ofHours(1), "");

    private final RealmRules rules;
    private final Directory directory;
    private final Predicate<Person> policyAdmins;
    private final Clock clock;

    /**
     * Approvers under these rules.
     *
     * @param rules those that are in force
     * @param policyAdmins who has the role of policy admins
     */
    public ChangeApprovers(RealmRules rules, Directory directory, Predicate<Person> policyAdmins, Clock clock) {
        this.rules = rules;
        this.directory = directory;
        this.policyAdmins = policyAdmins;
        this.clock = clock;
    }

    /** What is needed for this change in the place of what is in force. */
    public ChangeQuorum of(ChangeRequest change, InForce current) {
        Lowering lowering = current.lowering(change.proposed());
        ChangeQuorum.Case about = new ChangeQuorum.Case(
                change.proposer(),
                directory.person(change.proposer().id()),
                needed(lowering, current.content().approvals()),
                clock.instant());
        return new ChangeQuorum(about, directory, this::mayAdminister, requiredLogins());
    }

    /** What is needed: so many policy admins, and one of those who approve for each jurisdiction that is protected less. */
    public List<NeededApproval> needed(Lowering lowering, int approvals) {
        List<NeededApproval> needed = new ArrayList<>();
        needed.add(NeededApproval.policyAdmins(approvals));
        for (String jurisdiction : lowering.jurisdictions()) {
            List<ApprovalPolicy> policies = naming(lowering.policies(jurisdiction), jurisdiction);
            if (!policies.isEmpty()) {
                needed.add(new NeededApproval(1, Optional.of(jurisdiction), policies));
            }
        }
        return needed;
    }

    /** Those of these policies that ask for anybody's approval, else all of the jurisdiction that do. */
    private List<ApprovalPolicy> naming(Collection<String> names, String jurisdiction) {
        List<ApprovalPolicy> asking = rules.policies().policies().stream()
                .filter(policy -> !policy.approval().required().isEmpty())
                .filter(policy -> policy.level().jurisdiction().equals(jurisdiction) || names.contains(policy.name()))
                .toList();
        List<ApprovalPolicy> named =
                asking.stream().filter(policy -> names.contains(policy.name())).toList();
        return named.isEmpty() ? asking : named;
    }

    /**
     * Requires a login as strong and fresh as the strictest policy asks for.
     *
     * @throws LoginTooWeakException when it is not
     */
    public void requireGoodLogin(Voter voter) {
        if (!requiredLogins().isMetBy(voter.login(), clock.instant())) {
            throw new LoginTooWeakException(requiredLogins().strictest());
        }
    }

    /** As strong and fresh as the strictest policy asks for, whatever the change is about. */
    RequiredLogins requiredLogins() {
        List<RequiredLogin> logins = rules.policies().policies().stream()
                .map(policy -> policy.approval().login())
                .toList();
        return new RequiredLogins(logins.isEmpty() ? List.of(USUAL_LOGIN) : logins, rules.acrLevels());
    }

    private boolean mayAdminister(Person person) {
        return person.account().enabled()
                && !person.account().serviceAccount()
                && !person.account().transientUser()
                && policyAdmins.test(person);
    }
}
