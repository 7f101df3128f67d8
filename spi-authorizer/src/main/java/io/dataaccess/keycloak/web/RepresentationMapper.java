/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.approver.ApproverSet;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.notify.Mailed;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestApprovers;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.GrantUsability;
import io.dataaccess.keycloak.session.RunningAccess;
import io.dataaccess.keycloak.web.RequestRepresentation.Ballot;
import io.dataaccess.keycloak.web.RequestRepresentation.Extended;
import io.dataaccess.keycloak.web.RequestRepresentation.Progress;
import io.dataaccess.keycloak.web.RequestRepresentation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How requests and grants look to somebody. */
public final class RepresentationMapper {

    /** Taken back or expired it is not: else whoever asks would learn who votes by taking it back. */
    private static final Set<RequestStatus> DECIDED = Set.of(RequestStatus.APPROVED, RequestStatus.DENIED);

    private final DataAccess access;
    private final Viewer viewer;
    private final GrantUsability use;
    private final Instant now;

    /** Who looks. */
    public interface Viewer {

        /**
         * Whether they could decide this request now, given a good login.
         *
         * @param voter whether a vote of theirs would be taken: see {@link #loginFor(AccessRequest, Optional)}
         */
        boolean mayDecide(AccessRequest request, boolean voter);

        /** Whether they could end this grant if it were not over, given a good login. */
        boolean mayEnd(AccessGrant grant);

        /**
         * The login that they need to vote on this request; empty when no vote of theirs would be taken.
         *
         * @param approvers its approvers while it is pending
         */
        Optional<NeededLoginRepresentation> loginFor(AccessRequest request, Optional<ApproverSet> approvers);

        /** The login that they need to end this grant; empty when any will do. */
        Optional<NeededLoginRepresentation> loginFor(AccessGrant grant);

        /** Whether they may know of this grant at all. */
        boolean maySee(AccessGrant grant);

        /** Whether they may know who voted on this request before it is decided: nobody who is a party to it may. */
        boolean mayKnowVoters(AccessRequest request);
    }

    public RepresentationMapper(DataAccess access, Viewer viewer) {
        this.access = access;
        this.viewer = viewer;
        this.use = access.grantUsability();
        this.now = access.clock().instant();
    }

    public GrantRepresentation of(AccessGrant grant) {
        boolean revocable = !grant.term().isOverAt(now) && viewer.mayEnd(grant);
        return GrantRepresentation.of(
                grant,
                new GrantRepresentation.Asked(now, access.name(grant.access().client()), maxTokenLifespan(grant)),
                use.usableUntil(grant, now),
                revocable,
                revocable ? viewer.loginFor(grant) : Optional.empty());
    }

    private Optional<Duration> maxTokenLifespan(AccessGrant grant) {
        return access.catalog()
                .policySet()
                .covering(grant.approval().categories())
                .map(policies -> policies.durations().maxTokenLifespan());
    }

    public RequestRepresentation of(AccessRequest request) {
        return all(List.of(request)).get(0);
    }

    public List<RequestRepresentation> all(List<AccessRequest> requests) {
        Map<String, AccessGrant> grants = grants(requests);
        RunningAccess running = running(requests);
        Map<String, Mailed> mailed =
                access.outbox().mailed(pending(requests).map(AccessRequest::id).collect(toSet()));
        return requests.stream()
                .map(request -> of(
                        request,
                        Optional.ofNullable(grants.get(request.id())),
                        running,
                        Optional.ofNullable(mailed.get(request.id()))))
                .toList();
    }

    private RequestRepresentation of(
            AccessRequest request, Optional<AccessGrant> grant, RunningAccess running, Optional<Mailed> mailed) {
        Access about = request.access();
        // Asked once: they are the same for what may be done and for what is missing.
        Optional<ApproverSet> approvers = access.requestApprovers().whilePending(request);
        Optional<NeededLoginRepresentation> login = viewer.loginFor(request, approvers);
        return new RequestRepresentation(
                request.id(),
                request.statusAt(now).name(),
                request.content().bundle(),
                request.content().urgent(),
                new Subject(
                        about.subject().id(),
                        about.subject().username(),
                        about.subject().name().orElse(null),
                        request.snapshot().subjectAttributes().values()),
                PersonRepresentation.of(request.content().requester()),
                about.client().clientId(),
                access.name(about.client()).orElse(null),
                about.scope().name(),
                request.snapshot().categories().stream()
                        .map(CategoryRepresentation::of)
                        .toList(),
                request.snapshot().sensitivity().name(),
                request.content().reason().purpose(),
                request.content().reason().justification(),
                request.content().reason().ticket().orElse(null),
                request.content().duration().toString(),
                longestDuration(request).map(Duration::toString).orElse(null),
                extended(request, running).orElse(null),
                request.state().createdAt().toString(),
                request.state().expiresAt().toString(),
                request.state().closedAt().map(Instant::toString).orElse(null),
                request.state().cancellation().map(Enum::name).orElse(null),
                mailed.map(some -> new RequestRepresentation.Mailed(some.sent(), some.of()))
                        .orElse(null),
                request.remindableAt(now).map(Instant::toString).orElse(null),
                viewer.mayDecide(request, login.isPresent()),
                login.orElse(null),
                progress(request, approvers),
                ballots(request),
                grant.map(this::of).orElse(null),
                grant.flatMap(own -> running.until(own, viewer::maySee))
                        .map(Instant::toString)
                        .orElse(null));
    }

    private List<Progress> progress(AccessRequest request, Optional<ApproverSet> approvers) {
        return RequestApprovers.required(request, approvers).stream()
                .map(requirement -> new Progress(
                        requirement.group().path(),
                        access.description(requirement.group()).orElse(null),
                        requirement.count(),
                        given(request, requirement.group())))
                .toList();
    }

    private static long given(AccessRequest request, GroupRef group) {
        return request.state().votes().stream()
                .flatMap(vote -> vote.countedFor().stream())
                .filter(counted -> counted.id().equals(group.id()))
                .count();
    }

    private List<Ballot> ballots(AccessRequest request) {
        boolean named = DECIDED.contains(request.statusAt(now)) || viewer.mayKnowVoters(request);
        return request.state().votes().stream().map(vote -> input(vote, named)).toList();
    }

    private static Ballot input(Vote vote, boolean named) {
        return new Ballot(
                named ? PersonRepresentation.of(vote.approver()) : null,
                vote.input().decision().name(),
                vote.input().comment(),
                vote.countedFor().map(GroupRef::path).orElse(null),
                vote.input().duration().map(Duration::toString).orElse(null),
                vote.evidence().votedAt().toString(),
                vote.counts());
    }

    /** What pending ones of these requests may extend, and approved ones led to; one query for all of them. */
    private RunningAccess running(List<AccessRequest> requests) {
        return RunningAccess.of(
                access,
                requests.stream()
                        .filter(request -> request.isPendingAt(now) || isApproved(request))
                        .map(AccessRequest::access)
                        .toList());
    }

    private Stream<AccessRequest> pending(List<AccessRequest> requests) {
        return requests.stream().filter(request -> request.isPendingAt(now));
    }

    private boolean isApproved(AccessRequest request) {
        return request.statusAt(now) == RequestStatus.APPROVED;
    }

    private Optional<Extended> extended(AccessRequest request, RunningAccess running) {
        return Optional.of(request)
                .filter(waiting -> waiting.isPendingAt(now))
                .flatMap(waiting ->
                        running.longest(waiting.access(), waiting.snapshot().categories(), viewer::maySee))
                .map(longest ->
                        new Extended(longest.grant().id(), longest.until().toString()));
    }

    private Optional<Duration> longestDuration(AccessRequest request) {
        return Optional.of(request)
                .filter(waiting -> waiting.isPendingAt(now))
                .flatMap(access.requestApprovers()::of)
                .map(ApproverSet::longest);
    }

    /** By request; one query for all of them. */
    private Map<String, AccessGrant> grants(List<AccessRequest> requests) {
        List<String> approved = requests.stream()
                .filter(this::isApproved)
                .map(AccessRequest::id)
                .toList();
        return access.grants().ofRequests(approved).stream()
                .collect(toMap(grant -> grant.approval().requestId(), identity(), (newest, older) -> newest));
    }
}
