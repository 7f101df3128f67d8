/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.policy.DecisionQuery;
import io.dataaccess.keycloak.request.RequestDraft.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Applications for access, and how one of them becomes a little different. */
public final class RequestDrafts {

    private static final RequestReason REASON =
            new RequestReason("legal-request", "Court order 17 asks for this account", Optional.of("CASE-17"));

    private RequestDrafts() {}

    /** Lin asks for the contact details, for half an hour. */
    public static RequestDraft ofLin() {
        return of(People.lin(), Scopes.usContact());
    }

    public static RequestDraft of(Person person, GuardedScope scope) {
        return new RequestDraft(
                person,
                new DecisionQuery(person, Clients.sampleApp(), List.of(scope), false),
                REASON,
                new Wanted(Optional.of(Duration.ofMinutes(30)), false, "bundle-1", Optional.empty()));
    }

    public static RequestDraft by(Person requester, RequestDraft draft) {
        return new RequestDraft(requester, draft.query(), draft.reason(), draft.wanted());
    }

    public static RequestDraft impersonated(RequestDraft draft) {
        DecisionQuery query = draft.query();
        return new RequestDraft(
                draft.requester(),
                new DecisionQuery(query.subject(), query.client(), query.scopes(), true),
                draft.reason(),
                draft.wanted());
    }

    public static RequestDraft through(ClientRef client, RequestDraft draft) {
        DecisionQuery query = draft.query();
        return new RequestDraft(
                draft.requester(),
                new DecisionQuery(query.subject(), client, query.scopes(), query.impersonated()),
                draft.reason(),
                draft.wanted());
    }

    public static RequestDraft purpose(String purpose, RequestDraft draft) {
        RequestReason reason = draft.reason();
        return because(new RequestReason(purpose, reason.justification(), reason.ticket()), draft);
    }

    public static RequestDraft justified(String justification, RequestDraft draft) {
        RequestReason reason = draft.reason();
        return because(new RequestReason(reason.purpose(), justification, reason.ticket()), draft);
    }

    public static RequestDraft ticket(String ticket, RequestDraft draft) {
        RequestReason reason = draft.reason();
        return because(new RequestReason(reason.purpose(), reason.justification(), Optional.of(ticket)), draft);
    }

    public static RequestDraft withoutTicket(RequestDraft draft) {
        RequestReason reason = draft.reason();
        return because(new RequestReason(reason.purpose(), reason.justification(), Optional.empty()), draft);
    }

    public static RequestDraft lasting(Duration duration, RequestDraft draft) {
        Wanted wanted = draft.wanted();
        return wanting(
                new Wanted(Optional.of(duration), wanted.urgent(), wanted.bundle(), wanted.application()), draft);
    }

    public static RequestDraft withoutDuration(RequestDraft draft) {
        Wanted wanted = draft.wanted();
        return wanting(new Wanted(Optional.empty(), wanted.urgent(), wanted.bundle(), wanted.application()), draft);
    }

    public static RequestDraft urgent(RequestDraft draft) {
        Wanted wanted = draft.wanted();
        return wanting(new Wanted(wanted.duration(), true, wanted.bundle(), wanted.application()), draft);
    }

    public static RequestDraft bundled(String bundle, RequestDraft draft) {
        Wanted wanted = draft.wanted();
        return wanting(new Wanted(wanted.duration(), wanted.urgent(), bundle, wanted.application()), draft);
    }

    /** Filed with a token of this application. */
    public static RequestDraft filedThrough(ClientRef application, RequestDraft draft) {
        Wanted wanted = draft.wanted();
        return wanting(
                new Wanted(wanted.duration(), wanted.urgent(), wanted.bundle(), Optional.of(application.id())), draft);
    }

    private static RequestDraft because(RequestReason reason, RequestDraft draft) {
        return new RequestDraft(draft.requester(), draft.query(), reason, draft.wanted());
    }

    private static RequestDraft wanting(Wanted wanted, RequestDraft draft) {
        return new RequestDraft(draft.requester(), draft.query(), draft.reason(), wanted);
    }
}
