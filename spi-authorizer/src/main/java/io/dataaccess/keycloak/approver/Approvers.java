/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.ApproverSet.Case;
import io.dataaccess.keycloak.approver.ApproverSet.Lookup;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.RealmRules;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Who may see and decide what, as people, groups and policies stand now. Example: for a context of CONFIDENTIAL data of the
 * US these are the members of {@code /us-security} who meet the approver condition.
 */
public final class Approvers {

    private final RealmRules rules;
    private final Directory directory;
    private final Clock clock;

    public Approvers(RealmRules rules, Directory directory, Clock clock) {
        this.rules = rules;
        this.directory = directory;
        this.clock = clock;
    }

    /** The approvers of what has this context; empty when its categories have no policies any more. */
    public Optional<ApproverSet> of(ApprovalContext context) {
        Optional<Person> subject = isSubjectRead(context)
                ? directory.person(context.access().subject().id())
                : Optional.empty();
        Case about = new Case(context.access(), subject, context.purpose(), clock.instant());
        return rules.policies()
                .covering(context.categories())
                .map(policies -> ApproverSet.of(about, policies, context.known(), lookup()));
    }

    /** Those who may revoke this grant; empty when its categories have no policies any more. */
    public Optional<ApproverSet> of(AccessGrant grant) {
        return of(grant.approvalContext());
    }

    /** The approvers of what is about to be asked for. */
    public ApproverSet of(Access access, Person subject, String purpose, ApplicablePolicies policies) {
        Case about = new Case(access, Optional.of(subject), purpose, clock.instant());
        return ApproverSet.of(about, policies, List.of(), lookup());
    }

    /**
     * The set, if the voter is in it.
     *
     * @param set empty when there are no policies any more
     * @throws RejectedException when the voter is not in it, or acts as somebody else
     */
    public static ApproverSet admit(Optional<ApproverSet> set, Voter voter) {
        if (voter.impersonated()) {
            throw new RejectedException(Rejection.IMPERSONATED, "Nobody decides in an impersonated session");
        }
        ApproverSet found = set.filter(approvers -> approvers.isKnown(voter.person()))
                .orElseThrow(() -> new RejectedException(
                        Rejection.NOT_AN_APPROVER, "You are in no group that the policy of this data names"));
        if (found.groupsOf(voter.person()).isEmpty()) {
            throw new RejectedException(
                    Rejection.CONDITIONS_NOT_MET, "You do not meet the conditions that the policy sets for approvers");
        }
        return found;
    }

    /** Whether who may see or decide this depends on who the subject is. */
    boolean isSubjectRead(ApprovalContext context) {
        return rules.policies().covering(context.categories()).stream()
                .flatMap(policies -> policies.all().stream())
                .anyMatch(policy -> policy.approval().approverCondition().isSubjectRead());
    }

    /** Whether this person may see it as an approver. */
    public boolean maySee(Person person, ApprovalContext context) {
        return of(context).filter(set -> set.mayBeSeenBy(person)).isPresent();
    }

    /** Whether this person may see the grant as an approver. */
    public boolean maySee(Person person, AccessGrant grant) {
        return maySee(person, grant.approvalContext());
    }

    /** Whether this person is one of its approvers. */
    public boolean isApprover(Person person, ApprovalContext context) {
        return of(context).filter(set -> !set.groupsOf(person).isEmpty()).isPresent();
    }

    /** Whether this person could decide about it now: is an approver, and it can be said what is decided about. */
    public boolean mayDecide(Person person, ApprovalContext context) {
        return isClassified(context) && isApprover(person, context);
    }

    /** Whether this person could revoke the grant as an approver, given a good login and that it is not over. */
    public boolean mayRevoke(Person person, AccessGrant grant) {
        return isApprover(person, grant.approvalContext());
    }

    /** Whether it can be said now what the scope opens: it is there, and each category it lists is defined once. */
    public boolean isClassified(ApprovalContext context) {
        return rules.categoriesOf(context.access().scope().id()).isPresent();
    }

    private Lookup lookup() {
        return new Lookup(directory, rules.acrLevels());
    }
}
