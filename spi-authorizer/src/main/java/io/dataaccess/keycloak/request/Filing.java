/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.condition.Circumstance;
import io.dataaccess.keycloak.condition.Facts;
import io.dataaccess.keycloak.policy.Decider;
import io.dataaccess.keycloak.policy.Policies;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.request.AccessRequest.Course;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files requests: only those that are complete, open to the subject, and could be approved. */
public final class Filing {

    private final Intake intake;
    private final RequestStore requests;
    private final Decider decider;
    private final Bench bench;
    private final Clock clock;

    public Filing(Intake intake, Decider decider, Bench bench, Clock clock) {
        this.intake = intake;
        this.requests = intake.requests();
        this.decider = decider;
        this.bench = bench;
        this.clock = clock;
    }

    /** Everything that keeps it from being filed, so that a form says all at once and several are filed all or none. */
    public Set<Rejection> problems(Application application) {
        Set<Rejection> problems = EnumSet.noneOf(Rejection.class);
        try {
            Policies policies = open(application).known().policies().orElseThrow();
            problems.addAll(new FilingRules(policies).problems(application));
            if (problems.isEmpty()) {
                prepare(application);
            }
        } catch (RejectedException e) {
            problems.add(e.rejection());
        }
        return problems;
    }

    /** How many requests one requester may have pending. */
    public int mostPending() {
        return intake.mostPending();
    }

    /**
     * Checks whether the requester may have so many more requests pending.
     *
     * @throws RejectedException when not
     */
    public void checkRoom(UserRef requester, int more) {
        intake.requireRoom(requests.countPending(requester, clock.instant()), more);
    }

    /**
     * Checks whether the requester may file this bundle within this hour: however many requests it has, it counts as one.
     *
     * @throws TooSoonException when not
     */
    public void checkPace(UserRef requester, String bundle) {
        Instant now = clock.instant();
        intake.requirePace(requests.filedAfter(requester, now.minus(Intake.HOUR), bundle), now);
    }

    /**
     * Files the request, or finds the identical one of the same requester that is pending.
     *
     * @throws RejectedException says what to do; nothing has changed
     * @throws TooSoonException when the requester has filed too often within an hour; nothing has changed
     */
    public Filed file(Application application) {
        AccessRequest request = prepare(application);
        UserRef requester = request.ask().requester();
        requests.lockRequester(requester);
        Optional<AccessRequest> stored = requests.lockPending(request.access());
        if (stored.filter(this::isStillOpen).isPresent()) {
            return same(stored.get(), request);
        }
        checkRoom(requester, stored.filter(old -> isInTheWay(old, requester)).isPresent() ? 0 : 1);
        checkPace(requester, request.ask().wish().bundle());
        Optional<AccessRequest> cancelled = stored.flatMap(this::close);
        requests.add(request);
        return new Filed(request, true, cancelled);
    }

    /** A request for what the scope once opened is not the request for what it opens now. */
    private boolean isStillOpen(AccessRequest stored) {
        return stored.isPendingAt(clock.instant()) && !bench.isReclassified(stored);
    }

    /** Whether it counts now, and will not when the new one takes its place. */
    private boolean isInTheWay(AccessRequest stored, UserRef requester) {
        return stored.isPendingAt(clock.instant()) && stored.ask().requester().isSameAs(requester);
    }

    /** Makes room for another one; the cancelled request, if it was not over by its time. */
    private Optional<AccessRequest> close(AccessRequest stored) {
        Instant now = clock.instant();
        if (!stored.isPendingAt(now)) {
            requests.update(
                    stored.close(RequestStatus.EXPIRED, stored.course().times().expiresAt()));
            return Optional.empty();
        }
        AccessRequest cancelled = stored.close(RequestStatus.CANCELLED, now);
        requests.cancel(cancelled, Cancellation.RECLASSIFIED);
        return Optional.of(cancelled);
    }

    private static Filed same(AccessRequest pending, AccessRequest request) {
        if (!pending.ask().isSameAs(request.ask())) {
            throw new RejectedException(
                    Rejection.DIFFERENT_PENDING,
                    "A different request for this access is pending: cancel it first, or wait for its decision");
        }
        return new Filed(pending, false);
    }

    /** The decision about what may be asked for. */
    private ScopeDecision open(Application application) {
        if (!Texts.isWord(application.question().client().clientId())) {
            throw new RejectedException(
                    Rejection.UNKNOWN_CLIENT,
                    "The client id has blanks or invisible characters, and so looks like another: tell the operator");
        }
        ScopeDecision decision = decider.decide(application.question()).scopes().get(0);
        decision.refusal()
                .filter(reason -> reason != RefusalReason.APPROVAL_REQUIRED)
                .ifPresent(Filing::refuse);
        if (decision.isAllowedWithoutGrant()) {
            throw new RejectedException(
                    Rejection.NO_APPROVAL_NEEDED, "This scope needs no approval: ask for it when logging in");
        }
        requesterIneligibility(application, decision.known().policies().orElseThrow())
                .ifPresent(Filing::refuse);
        return decision;
    }

    private AccessRequest prepare(Application application) {
        ScopeDecision decision = open(application);
        Policies policies = decision.known().policies().orElseThrow();
        Ask ask = new FilingRules(policies).ask(application);
        Instant now = clock.instant();
        Panel panel = bench.panel(application, policies);
        if (!bench.couldBeApproved(panel, ask)) {
            throw new RejectedException(
                    Rejection.NO_APPROVER, "Too few people could approve this request: ask the contact of this data");
        }
        Frozen frozen = new Frozen(
                decision.known().categories(),
                policies.stamps(),
                panel.seats(),
                attributesRead(application.question().subject(), policies));
        Clockwork times = new Clockwork(now, now.plus(policies.durations().pending()), Optional.empty());
        return new AccessRequest(
                UUID.randomUUID().toString(), ask, frozen, new Course(RequestStatus.PENDING, times, List.of()));
    }

    /** Who is barred does not ask for others either. */
    private Optional<RefusalReason> requesterIneligibility(Application application, Policies policies) {
        Access access = application.access();
        Circumstance circumstance =
                new Circumstance(access.client().clientId(), access.scope().name(), clock.instant(), "");
        return policies.ineligibility(new Facts(application.requester(), Optional.empty(), circumstance));
    }

    private static void refuse(RefusalReason reason) {
        switch (reason) {
            case NOT_ELIGIBLE ->
                throw new RejectedException(Rejection.NOT_ELIGIBLE, "This access is not open to this person");
            case UNDECIDABLE ->
                throw new RejectedException(
                        Rejection.UNDECIDABLE, "Whether this access is open to this person could not be checked");
            case IMPERSONATED ->
                throw new RejectedException(
                        Rejection.IMPERSONATED, "Access cannot be asked for in an impersonated session");
            case NO_POLICY ->
                throw new RejectedException(
                        Rejection.NO_POLICY, "No approval policy covers this scope: tell the operator");
            case UNCLASSIFIED, APPROVAL_REQUIRED ->
                throw new RejectedException(
                        Rejection.UNCLASSIFIED, "The data categories of this scope are not known: tell the operator");
        }
    }

    private static Attributes attributesRead(Person subject, Policies policies) {
        Set<String> names = policies.all().stream()
                .flatMap(policy -> Stream.of(
                        policy.admission().eligibility(),
                        policy.admission().exemption(),
                        policy.approval().approverCondition()))
                // What an approver is asked about tells them as much about who asks: where they are, above all.
                .flatMap(condition ->
                        Stream.concat(condition.subjectAttributes().stream(), condition.approverAttributes().stream()))
                .collect(Collectors.toSet());
        return subject.attributes().only(names);
    }
}
