/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.account.OfferRepresentation.State;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.ClientLabel;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.web.AssignedScopes;
import io.dataaccess.keycloak.web.CategoryRepresentation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What a caller may ask for, or what is asked for already, for one subject. What they may not have, and what needs no asking, is left out. */
final class RequestableScopes {

    private final KeycloakSession session;
    private final DataAccess access;
    private final AccountCaller caller;
    private final UserModel subject;
    private final List<AccessRequest> pending;

    /** @param subject the caller, or a service account that they may file for */
    RequestableScopes(KeycloakSession session, DataAccess access, AccountCaller caller, UserModel subject) {
        this.session = session;
        this.access = access;
        this.caller = caller;
        this.subject = subject;
        When when = new When(Optional.of(RequestStatus.PENDING), access.clock().instant());
        // One whose scope was reclassified is no answer to what is asked now: filing anew takes its place.
        this.pending = access.requests()
                .search(new RequestFilter(RecordFilter.of(subject.getId()), when, Content.ANY, Order.NEWEST_FIRST))
                .filter(request -> !access.requestApprovers().isReclassified(request))
                .toList();
    }

    Stream<OfferRepresentation> of(ClientModel client) {
        return access.decide(subject, client, AssignedScopes.of(client), caller.isImpersonated()).scopes().stream()
                .filter(decision -> decision.grant().isPresent()
                        || decision.refusal().equals(Optional.of(RefusalReason.APPROVAL_REQUIRED)))
                .flatMap(decision ->
                        decision.known().policies().stream().map(policies -> offer(client, decision, policies)));
    }

    private OfferRepresentation offer(ClientModel client, ScopeDecision decision, ApplicablePolicies policies) {
        List<DataCategory> categories = decision.known().categories();
        Optional<AccessRequest> request = pending(client, decision);
        return new OfferRepresentation(
                client.getClientId(),
                name(client),
                ClientLabel.url(session, client).orElse(null),
                decision.scope().ref().name(),
                categories.stream().map(CategoryRepresentation::of).toList(),
                categories.stream()
                        .map(DataCategory::sensitivity)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .name(),
                policies.purposes(),
                policies.durations().maxDuration().toString(),
                policies.defaultDuration().toString(),
                policies.requireTicket(),
                String.join("; ", policies.ticketHints()),
                String.join("; ", policies.contacts()),
                state(decision, request),
                request.map(AccessRequest::id).orElse(null),
                decision.until()
                        .or(() -> request.map(waiting -> waiting.state().expiresAt()))
                        .map(Instant::toString)
                        .orElse(null));
    }

    static String name(ClientModel client) {
        return ClientLabel.name(client).orElse(client.getClientId());
    }

    private static State state(ScopeDecision decision, Optional<AccessRequest> pending) {
        if (decision.isAllowed()) {
            return State.GRANTED;
        }
        return pending.isPresent() ? State.PENDING : State.REQUESTABLE;
    }

    private Optional<AccessRequest> pending(ClientModel client, ScopeDecision decision) {
        return pending.stream()
                .filter(request -> request.access().subject().id().equals(subject.getId()))
                .filter(request -> request.access().client().id().equals(client.getId()))
                .filter(request -> request.access()
                        .scope()
                        .id()
                        .equals(decision.scope().ref().id()))
                .findFirst();
    }
}
