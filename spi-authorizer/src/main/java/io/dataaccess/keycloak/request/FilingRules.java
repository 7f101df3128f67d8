/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TextRules;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the policies accept in an application. */
final class FilingRules {

    private static final int SHORTEST_JUSTIFICATION = 10;
    private static final int LONGEST_JUSTIFICATION = 2000;
    private static final int LONGEST_TICKET = 255;
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final ApplicablePolicies policies;

    FilingRules(ApplicablePolicies policies) {
        this.policies = policies;
    }

    /** The draft as a request will keep it, texts stripped, the duration filled in; for one without problems. */
    RequestContent content(RequestDraft draft) {
        RequestReason reason = new RequestReason(
                draft.reason().purpose(),
                TextRules.stripped(draft.reason().justification()),
                stripped(draft.reason().ticket()));
        return new RequestContent(
                draft.requester().user(),
                draft.access(),
                reason,
                draft.wanted().duration().orElseGet(policies::defaultDuration),
                draft.wanted().urgent(),
                draft.wanted().bundle(),
                draft.wanted().application());
    }

    /** Everything that is wrong with it. */
    List<RejectedException> problems(RequestDraft draft) {
        RequestReason reason = draft.reason();
        return Stream.of(
                        purpose(reason.purpose()),
                        justification(TextRules.stripped(reason.justification())),
                        ticket(stripped(reason.ticket())),
                        duration(draft.wanted().duration()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RejectedException> purpose(String purpose) {
        String purposes = String.join(", ", policies.purposes());
        return policies.purposes().contains(purpose)
                ? Optional.empty()
                : Optional.of(new RejectedException(
                        Rejection.UNKNOWN_PURPOSE,
                        "Choose one of the purposes " + purposes,
                        Map.of("purposes", purposes)));
    }

    private static Optional<RejectedException> justification(String text) {
        boolean fits = TextRules.visible(text) >= SHORTEST_JUSTIFICATION
                && text.codePointCount(0, text.length()) <= LONGEST_JUSTIFICATION;
        return fits && TextRules.isProse(text)
                ? Optional.empty()
                : Optional.of(new RejectedException(
                        Rejection.INVALID_JUSTIFICATION,
                        "Justify the access in 10 to 2000 characters, without " + TextRules.HIDDEN));
    }

    private static Optional<String> stripped(Optional<String> ticket) {
        return ticket.map(TextRules::stripped).filter(text -> !text.isEmpty());
    }

    private Optional<RejectedException> ticket(Optional<String> ticket) {
        if (ticket.isEmpty() && policies.requireTicket()) {
            return Optional.of(noSuchTicket("Name the ticket of the case"));
        }
        if (ticket.filter(text -> !TextRules.isLine(text)).isPresent()) {
            return Optional.of(new RejectedException(Rejection.INVALID_TICKET, "The ticket has " + TextRules.HIDDEN));
        }
        boolean fits = ticket.stream().allMatch(text -> text.length() <= LONGEST_TICKET);
        return fits && policies.acceptTicket(ticket)
                ? Optional.empty()
                : Optional.of(noSuchTicket("The ticket does not look like one of this policy's"));
    }

    /** What the policies want instead stands beside it, where they say so. */
    private RejectedException noSuchTicket(String message) {
        String hint = String.join("; ", policies.ticketHints());
        return hint.isEmpty()
                ? new RejectedException(Rejection.INVALID_TICKET, message)
                : new RejectedException(Rejection.INVALID_TICKET, message + ": " + hint, Map.of("hint", hint));
    }

    private Optional<RejectedException> duration(Optional<Duration> asked) {
        Duration longest = policies.durations().maxDuration();
        Duration duration = asked.orElseGet(policies::defaultDuration);
        boolean fits = duration.compareTo(longest) <= 0 && duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
        return fits && (asked.isEmpty() || duration.compareTo(SHORTEST) >= 0)
                ? Optional.empty()
                : Optional.of(new RejectedException(
                        Rejection.INVALID_DURATION,
                        "Ask for a duration of whole seconds from PT1M to " + longest,
                        Map.of("longest", longest.toString())));
    }
}
