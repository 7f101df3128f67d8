/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.policy.Question;
import io.dataaccess.keycloak.request.Application.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Applications for access, and how one of them becomes a little different. */
public final class Applications {

    private static final Reason REASON =
            new Reason("legal-request", "Court order 17 asks for this account", Optional.of("CASE-17"));

    private Applications() {}

    /** Lin asks for the contact details, for half an hour. */
    public static Application ofLin() {
        return of(People.lin(), Scopes.usContact());
    }

    public static Application of(Person person, GuardedScope scope) {
        return new Application(
                person,
                new Question(person, Clients.sampleApp(), List.of(scope), false),
                REASON,
                new Wanted(Optional.of(Duration.ofMinutes(30)), false, "bundle-1"));
    }

    public static Application by(Person requester, Application application) {
        return new Application(requester, application.question(), application.reason(), application.wanted());
    }

    public static Application impersonated(Application application) {
        Question question = application.question();
        return new Application(
                application.requester(),
                new Question(question.subject(), question.client(), question.scopes(), true),
                application.reason(),
                application.wanted());
    }

    public static Application through(ClientRef client, Application application) {
        Question question = application.question();
        return new Application(
                application.requester(),
                new Question(question.subject(), client, question.scopes(), question.impersonated()),
                application.reason(),
                application.wanted());
    }

    public static Application purpose(String purpose, Application application) {
        Reason reason = application.reason();
        return because(new Reason(purpose, reason.justification(), reason.ticket()), application);
    }

    public static Application justified(String justification, Application application) {
        Reason reason = application.reason();
        return because(new Reason(reason.purpose(), justification, reason.ticket()), application);
    }

    public static Application ticket(String ticket, Application application) {
        Reason reason = application.reason();
        return because(new Reason(reason.purpose(), reason.justification(), Optional.of(ticket)), application);
    }

    public static Application withoutTicket(Application application) {
        Reason reason = application.reason();
        return because(new Reason(reason.purpose(), reason.justification(), Optional.empty()), application);
    }

    public static Application lasting(Duration duration, Application application) {
        Wanted wanted = application.wanted();
        return wanting(new Wanted(Optional.of(duration), wanted.urgent(), wanted.bundle()), application);
    }

    public static Application withoutDuration(Application application) {
        Wanted wanted = application.wanted();
        return wanting(new Wanted(Optional.empty(), wanted.urgent(), wanted.bundle()), application);
    }

    public static Application urgent(Application application) {
        Wanted wanted = application.wanted();
        return wanting(new Wanted(wanted.duration(), true, wanted.bundle()), application);
    }

    public static Application bundled(String bundle, Application application) {
        Wanted wanted = application.wanted();
        return wanting(new Wanted(wanted.duration(), wanted.urgent(), bundle), application);
    }

    private static Application because(Reason reason, Application application) {
        return new Application(application.requester(), application.question(), reason, application.wanted());
    }

    private static Application wanting(Wanted wanted, Application application) {
        return new Application(application.requester(), application.question(), application.reason(), wanted);
    }
}
