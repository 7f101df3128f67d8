/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TextRules;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The draft as a request will keep it, texts stripped, the duration filled in. */
    RequestContent content(RequestDraft draft) {
        RequestReason reason = new RequestReason(
                purpose(draft.reason().purpose()),
                justification(draft.reason().justification()),
                ticket(draft.reason().ticket()));
        return new RequestContent(
                draft.requester().user(),
                draft.access(),
                reason,
                duration(draft.wanted().duration()),
                draft.wanted().urgent(),
                draft.wanted().bundle());
    }

    /** Everything that is wrong with it, where {@link #content} ends at the first. */
    Set<Rejection> problems(RequestDraft draft) {
        RequestReason reason = draft.reason();
        List<Runnable> rules = List.of(
                () -> purpose(reason.purpose()),
                () -> justification(reason.justification()),
                () -> ticket(reason.ticket()),
                () -> duration(draft.wanted().duration()));
        Set<Rejection> problems = EnumSet.noneOf(Rejection.class);
        for (Runnable rule : rules) {
            try {
                rule.run();
            } catch (RejectedException e) {
                problems.add(e.rejection());
            }
        }
        return problems;
    }

    private String purpose(String purpose) {
        if (!policies.purposes().contains(purpose)) {
            throw new RejectedException(
                    Rejection.UNKNOWN_PURPOSE,
                    "Choose one of the purposes " + String.join(", ", policies.purposes()),
                    Map.of("purposes", String.join(", ", policies.purposes())));
        }
        return purpose;
    }

    private static String justification(String text) {
        String stripped = TextRules.stripped(text);
        boolean fits = TextRules.visible(stripped) >= SHORTEST_JUSTIFICATION
                && stripped.codePointCount(0, stripped.length()) <= LONGEST_JUSTIFICATION;
        if (!fits || !TextRules.isProse(stripped)) {
            throw new RejectedException(
                    Rejection.INVALID_JUSTIFICATION,
                    "Justify the access in 10 to 2000 characters, without " + TextRules.HIDDEN);
        }
        return stripped;
    }

    private Optional<String> ticket(Optional<String> ticket) {
        Optional<String> stripped = ticket.map(TextRules::stripped).filter(text -> !text.isEmpty());
        if (stripped.isEmpty() && policies.requireTicket()) {
            throw noSuchTicket("Name the ticket of the case");
        }
        boolean fits = stripped.stream().allMatch(text -> text.length() <= LONGEST_TICKET);
        if (stripped.filter(text -> !TextRules.isLine(text)).isPresent()) {
            throw new RejectedException(Rejection.INVALID_TICKET, "The ticket has " + TextRules.HIDDEN);
        }
        if (!fits || !policies.acceptTicket(stripped)) {
            throw noSuchTicket("The ticket does not look like one of this policy's");
        }
        return stripped;
    }

    /** What the policies want instead stands beside it, where they say so. */
    private RejectedException noSuchTicket(String message) {
        String hint = String.join("; ", policies.ticketHints());
        return hint.isEmpty()
                ? new RejectedException(Rejection.INVALID_TICKET, message)
                : new RejectedException(Rejection.INVALID_TICKET, message + ": " + hint, Map.of("hint", hint));
    }

    private Duration duration(Optional<Duration> asked) {
        Duration longest = policies.durations().maxDuration();
        Duration duration = asked.orElseGet(policies::defaultDuration);
        boolean fits = duration.compareTo(longest) <= 0 && duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
        if (!fits || (asked.isPresent() && duration.compareTo(SHORTEST) < 0)) {
            throw new RejectedException(
                    Rejection.INVALID_DURATION,
                    "Ask for a duration of whole seconds from PT1M to " + longest,
                    Map.of("longest", longest.toString()));
        }
        return duration;
    }
}
