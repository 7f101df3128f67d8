/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TextRules;
import io.dataaccess.keycloak.access.TooSoonException;
import io.dataaccess.keycloak.approver.ApproverSet;
import io.dataaccess.keycloak.condition.ConditionInput;
import io.dataaccess.keycloak.condition.Environment;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.Decider;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files requests: only those that are complete, open to the subject, and could be approved. */
public final class Filing {

    private final RequestIntake intake;
    private final RequestStore requests;
    private final RecordStores records;
    private final Decider decider;
    private final RequestApprovers approvers;
    private final Clock clock;

    public Filing(RequestIntake intake, Decider decider, RequestApprovers approvers, Clock clock) {
        this.intake = intake;
        this.records = intake.records();
        this.requests = records.requests();
        this.decider = decider;
        this.approvers = approvers;
        this.clock = clock;
    }

    /**
     * A draft that has been looked at.
     *
     * @param problems all that keeps it from being filed; who is barred learns of nothing else
     * @param request what will be filed; empty when there are problems
     */
    public record CheckedDraft(List<RejectedException> problems, Optional<AccessRequest> request) {

        private static CheckedDraft rejected(List<RejectedException> problems) {
            return new CheckedDraft(List.copyOf(problems), Optional.empty());
        }
    }

    /** Looks at everything in it, so that a form says all at once and several are filed all or none. */
    public CheckedDraft check(RequestDraft draft) {
        ScopeDecision decision = decider.decide(draft.query()).scopes().get(0);
        Optional<RejectedException> closed = rejection(draft, decision);
        if (closed.isPresent()) {
            return CheckedDraft.rejected(List.of(closed.get()));
        }
        ApplicablePolicies policies = decision.known().policies().orElseThrow();
        FilingRules rules = new FilingRules(policies);
        List<RejectedException> problems = rules.problems(draft);
        return problems.isEmpty() ? prepare(draft, decision, rules.content(draft)) : CheckedDraft.rejected(problems);
    }

    /** How many requests somebody who files in person may have pending. */
    public int mostPending() {
        return intake.mostPending();
    }

    /**
     * Checks whether so many more requests of this filer may be pending.
     *
     * @throws RejectedException when not
     */
    public void checkRoom(Filer filer, int more) {
        intake.requireRoom(filer, requests.countPending(filer, clock.instant()) + more);
    }

    /**
     * Checks whether this filer may file this bundle within this hour: however many requests it has, it counts as one.
     *
     * @throws TooSoonException when not
     */
    public void checkPace(Filer filer, String bundle) {
        Instant now = clock.instant();
        intake.requirePace(filer, requests.filedAfter(filer, now.minus(RequestIntake.HOUR), bundle), now);
    }

    /**
     * Files the request, or finds the identical one of the same requester that is pending.
     *
     * @throws RejectedException says what to do; nothing has changed
     * @throws TooSoonException when the requester has filed too often within an hour; nothing has changed
     */
    public FilingResult file(RequestDraft draft) {
        return file(check(draft));
    }

    /**
     * Files what was checked, or finds the identical request of the same requester that is pending.
     *
     * @throws RejectedException the first problem of the draft, or one that others made since; nothing has changed
     * @throws TooSoonException when the requester has filed too often within an hour; nothing has changed
     */
    public FilingResult file(CheckedDraft draft) {
        AccessRequest request =
                draft.request().orElseThrow(() -> draft.problems().get(0));
        RequestContent content = request.content();
        requests.lockRequester(content.requester());
        Optional<AccessRequest> stored = requests.lockPending(request.access());
        if (stored.filter(this::isStillOpen).isPresent()) {
            return same(stored.get(), request);
        }
        for (Filer filer : Filer.of(content.requester(), content.application())) {
            checkRoom(filer, stored.filter(old -> isInTheWay(old, filer)).isPresent() ? 0 : 1);
            checkPace(filer, content.bundle());
        }
        Optional<AccessRequest> cancelled = stored.flatMap(this::close);
        records.file(request);
        return new FilingResult(request, true, cancelled);
    }

    /** A request for what the scope once opened is not the request for what it opens now. */
    private boolean isStillOpen(AccessRequest stored) {
        return stored.isPendingAt(clock.instant()) && !approvers.isReclassified(stored);
    }

    /** Whether it counts now, and will not when the new one takes its place. */
    private boolean isInTheWay(AccessRequest stored, Filer filer) {
        return stored.isPendingAt(clock.instant()) && stored.content().isFiledBy(filer);
    }

    /** Makes room for another one; the cancelled request, if it was not over by its time. */
    private Optional<AccessRequest> close(AccessRequest stored) {
        Instant now = clock.instant();
        if (!stored.isPendingAt(now)) {
            requests.update(stored.close(RequestStatus.EXPIRED, stored.state().expiresAt()));
            return Optional.empty();
        }
        AccessRequest cancelled = stored.cancel(Cancellation.RECLASSIFIED, now);
        records.cancel(cancelled);
        return Optional.of(cancelled);
    }

    private static FilingResult same(AccessRequest pending, AccessRequest request) {
        if (!pending.content().isSameAs(request.content())) {
            throw new RejectedException(
                    Rejection.DIFFERENT_PENDING,
                    "A different request for this access is pending: cancel it first, or wait for its decision");
        }
        return new FilingResult(pending, false);
    }

    /** Why this cannot be asked for at all; empty when it can. */
    private Optional<RejectedException> rejection(RequestDraft draft, ScopeDecision decision) {
        if (!TextRules.isWord(draft.query().client().clientId())) {
            return Optional.of(new RejectedException(
                    Rejection.UNKNOWN_CLIENT,
                    "The client id has blanks or invisible characters, and so looks like another: tell the operator"));
        }
        Optional<RefusalReason> refusal =
                decision.refusal().filter(reason -> reason != RefusalReason.APPROVAL_REQUIRED);
        if (refusal.isPresent()) {
            return refusal.map(Filing::rejection);
        }
        if (decision.isAllowedWithoutGrant()) {
            return Optional.of(new RejectedException(
                    Rejection.NO_APPROVAL_NEEDED, "This scope needs no approval: ask for it when logging in"));
        }
        return requesterIneligibility(draft, decision.known().policies().orElseThrow())
                .map(Filing::rejection);
    }

    private CheckedDraft prepare(RequestDraft draft, ScopeDecision decision, RequestContent content) {
        ApplicablePolicies policies = decision.known().policies().orElseThrow();
        Instant now = clock.instant();
        ApproverSet set = approvers.of(draft, policies);
        if (!set.couldApprove(person -> !content.concerns(person.user()))) {
            return CheckedDraft.rejected(List.of(new RejectedException(
                    Rejection.NO_APPROVER, "Too few people could approve this request: ask the contact of this data")));
        }
        RequestSnapshot snapshot = new RequestSnapshot(
                decision.known().categories(),
                policies.versions(),
                set.requirements(),
                attributesRead(draft.query().subject(), policies));
        RequestState state =
                RequestState.pending(now, now.plus(policies.durations().pendingExpiry()));
        return new CheckedDraft(
                List.of(), Optional.of(new AccessRequest(UUID.randomUUID().toString(), content, snapshot, state)));
    }

    /** Who is barred does not ask for others either. */
    private Optional<RefusalReason> requesterIneligibility(RequestDraft draft, ApplicablePolicies policies) {
        Access access = draft.access();
        Environment environment =
                new Environment(access.client().clientId(), access.scope().name(), clock.instant(), "");
        return policies.ineligibility(new ConditionInput(draft.requester(), Optional.empty(), environment));
    }

    private static RejectedException rejection(RefusalReason reason) {
        return switch (reason) {
            case NOT_ELIGIBLE ->
                new RejectedException(Rejection.NOT_ELIGIBLE, "This access is not open to this person");
            case UNDECIDABLE ->
                new RejectedException(
                        Rejection.UNDECIDABLE, "Whether this access is open to this person could not be checked");
            case IMPERSONATED ->
                new RejectedException(Rejection.IMPERSONATED, "Access cannot be asked for in an impersonated session");
            case NO_POLICY ->
                new RejectedException(Rejection.NO_POLICY, "No approval policy covers this scope: tell the operator");
            case UNCLASSIFIED, APPROVAL_REQUIRED ->
                new RejectedException(
                        Rejection.UNCLASSIFIED, "The data categories of this scope are not known: tell the operator");
        };
    }

    private static Attributes attributesRead(Person subject, ApplicablePolicies policies) {
        Set<String> names = policies.all().stream()
                .flatMap(policy -> Stream.of(
                        policy.eligibility(),
                        policy.exemption(),
                        policy.approval().approverCondition()))
                // What an approver is asked about tells them as much about who asks: where they are, above all.
                .flatMap(condition ->
                        Stream.concat(condition.subjectAttributes().stream(), condition.approverAttributes().stream()))
                .collect(Collectors.toSet());
        return subject.attributes().only(names);
    }
}
