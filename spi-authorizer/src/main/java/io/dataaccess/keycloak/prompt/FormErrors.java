/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.Rejection;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * Says in the person's language what is wrong with a form.
 *
 * @param asked how many requests it would file
 * @param mostPending how many may wait at a time
 */
record FormErrors(LoginFormsProvider texts, int asked, int mostPending) {

    private static final Map<Rejection, String> FIELDS = Map.of(
            Rejection.UNKNOWN_PURPOSE, "purpose",
            Rejection.INVALID_JUSTIFICATION, "justification",
            Rejection.INVALID_TICKET, "ticket",
            Rejection.INVALID_DURATION, "duration");

    private static final String ELSEWHERE = "global";
    private static final String TOO_MANY = "tooMany";
    private static final Map<Rejection, String> LIMITS =
            Map.of(Rejection.TOO_MANY_PENDING, TOO_MANY, Rejection.TOO_SOON, "tooSoon");

    /** Text by name of the field; what belongs to no field stands above the form. */
    Map<String, String> of(Collection<Rejection> problems) {
        return problems.stream()
                .collect(Collectors.toMap(
                        problem -> FIELDS.getOrDefault(problem, ELSEWHERE), this::text, (one, other) -> one));
    }

    /** What is wrong before anybody has filled it in: it can never be filed. */
    Map<String, String> beforehand() {
        return isTooLarge() ? of(Set.of(Rejection.TOO_MANY_PENDING)) : Map.of();
    }

    /** What is shown is no longer what would be asked for. */
    Map<String, String> changed() {
        return Map.of(ELSEWHERE, texts.getMessage("dataAccessError." + ELSEWHERE));
    }

    /** Who could approve is not known now. */
    Map<String, String> unanswered() {
        return Map.of(ELSEWHERE, texts.getMessage("dataAccessError.unanswered"));
    }

    private String text(Rejection problem) {
        String key = LIMITS.getOrDefault(problem, FIELDS.getOrDefault(problem, ELSEWHERE));
        String which = key.equals(TOO_MANY) && isTooLarge() ? "tooManyAtOnce" : key;
        return texts.getMessage("dataAccessError." + which, mostPending, asked);
    }

    private boolean isTooLarge() {
        return asked > mostPending;
    }
}
