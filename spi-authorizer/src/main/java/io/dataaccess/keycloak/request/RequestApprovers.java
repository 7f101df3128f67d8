/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.ApproverSet;
import io.dataaccess.keycloak.approver.Approvers;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.RealmRules;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.RequiredLogins;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The approvers of requests: what approvers of its context may do, as long as it is pending and not their own. */
public final class RequestApprovers {

    private final Approvers approvers;
    private final RealmRules rules;
    private final Directory directory;
    private final Clock clock;

    public RequestApprovers(Approvers approvers, RealmRules rules, Directory directory, Clock clock) {
        this.approvers = approvers;
        this.rules = rules;
        this.directory = directory;
        this.clock = clock;
    }

    /** The approvers of this request; empty when its categories have no policies any more. */
    public Optional<ApproverSet> of(AccessRequest request) {
        return approvers.of(request.approvalContext());
    }

    /**
     * How many people of which groups must approve: while it waits, what the policies ask for now, since votes are judged
     * by that; afterwards what they asked for when it was filed.
     */
    public List<RequiredApproval> required(AccessRequest request) {
        return required(request, whilePending(request));
    }

    /** How many people of which groups must approve it, by its approvers {@link #whilePending}. */
    public static List<RequiredApproval> required(AccessRequest request, Optional<ApproverSet> approvers) {
        return approvers
                .map(ApproverSet::requirements)
                .orElse(request.snapshot().required());
    }

    /** The approvers of this request while it waits; empty afterwards, and when its categories have no policies any more. */
    public Optional<ApproverSet> whilePending(AccessRequest request) {
        return Optional.of(request)
                .filter(waiting -> waiting.isPendingAt(clock.instant()))
                .flatMap(this::of);
    }

    /** Whether this person may see the request as an approver. */
    public boolean maySee(Person person, AccessRequest request) {
        return approvers.maySee(person, request.approvalContext());
    }

    /** Whether a vote of this person would be taken now, given a good login. */
    public boolean mayDecide(Person person, AccessRequest request) {
        return neededLogins(person, request, whilePending(request)).isPresent() && isLeftTo(person, request);
    }

    /**
     * Whether somebody who has {@link #neededLogins} could decide it now: they have not approved it, and it can be said what it
     * opens.
     */
    public boolean isLeftTo(Person person, AccessRequest request) {
        return request.voteOf(person.user(), VoteDecision.APPROVE).isEmpty()
                && approvers.isClassified(request.approvalContext());
    }

    /** Whether this person could decide it, also while nobody can because its data cannot be classified. */
    public boolean isAwaited(Person person, AccessRequest request) {
        return request.isPendingAt(clock.instant())
                && !request.content().concerns(person.user())
                && request.voteOf(person.user(), VoteDecision.APPROVE).isEmpty()
                && approvers.isApprover(person, request.approvalContext());
    }

    /** Those whom {@link #isAwaited} is said of, each once. */
    public Stream<Person> awaited(AccessRequest request) {
        return request.isPendingAt(clock.instant())
                ? of(request).stream()
                        .flatMap(ApproverSet::approvers)
                        .filter(person -> !request.content().concerns(person.user()))
                        .filter(person -> request.voteOf(person.user(), VoteDecision.APPROVE)
                                .isEmpty())
                        .distinct()
                : Stream.empty();
    }

    /**
     * The logins that a vote of this person needs, also one that takes an approval back; empty when no vote of theirs would
     * be taken, whatever the login.
     *
     * @param approvers those {@link #whilePending}
     */
    public static Optional<RequiredLogins> neededLogins(
            Person person, AccessRequest request, Optional<ApproverSet> approvers) {
        return approvers
                .filter(set -> !request.content().concerns(person.user()))
                .filter(set -> !set.groupsOf(person).isEmpty())
                .map(ApproverSet::requiredLogins);
    }

    /**
     * The approvers of this request, if the voter is one.
     *
     * @throws RejectedException when not
     */
    ApproverSet admit(AccessRequest request, Voter voter) {
        if (request.content().concerns(voter.person().user())) {
            throw new RejectedException(Rejection.OWN_REQUEST, "Nobody decides their own request");
        }
        return Approvers.admit(of(request), voter);
    }

    /**
     * Requires that it can be said now what the scope opens.
     *
     * @throws RejectedException when it cannot
     */
    void requireClassified(AccessRequest request) {
        if (!approvers.isClassified(request.approvalContext())) {
            throw new RejectedException(
                    Rejection.UNCLASSIFIED,
                    "What this scope opens cannot be said now, so nobody can decide: tell the operator. The request still waits");
        }
    }

    /**
     * Whether the categories of the scope are others now than those the request was filed for; labels do not matter. Where
     * they cannot be said now, nothing has changed: see {@link Approvers#isClassified}.
     */
    public boolean isReclassified(AccessRequest request) {
        Map<String, ProtectionLevel> snapshot = levels(request.snapshot().categories());
        return rules.categoriesOf(request.access().scope().id())
                .filter(now -> !levels(now).equals(snapshot))
                .isPresent();
    }

    private static Map<String, ProtectionLevel> levels(List<DataCategory> categories) {
        return categories.stream().collect(Collectors.toMap(DataCategory::key, DataCategory::level));
    }

    /** The approvers of a request that is about to be filed. */
    ApproverSet of(RequestDraft draft, ApplicablePolicies policies) {
        return approvers.of(
                draft.access(), draft.query().subject(), draft.reason().purpose(), policies);
    }

    /**
     * Why nobody gets this access after all: who is barred, disabled or gone neither gets it nor asks for others, and nobody
     * asks for a service account who could not file for it now; empty when nothing is.
     */
    Optional<RefusalReason> ineligibility(AccessRequest request, ApproverSet set) {
        Optional<Person> subject = directory.person(request.access().subject().id());
        Optional<Person> requester =
                directory.person(request.content().requester().id());
        Stream<RefusalReason> barred = Stream.of(set.ineligibility(subject), set.ineligibility(requester))
                .flatMap(Optional::stream);
        boolean isClosed = Stream.of(subject, requester)
                        .flatMap(Optional::stream)
                        .anyMatch(person -> !person.account().enabled())
                || (request.content().isForService()
                        && requester
                                .filter(owner -> !owner.account().serviceOwner())
                                .isPresent());
        return Stream.concat(barred, isClosed ? Stream.of(RefusalReason.NOT_ELIGIBLE) : Stream.empty())
                .min(Comparator.naturalOrder());
    }
}
