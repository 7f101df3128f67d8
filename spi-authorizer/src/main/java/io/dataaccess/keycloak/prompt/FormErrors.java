/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.request.Rejection;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.forms.login.LoginFormsProvider;

/** Says in the person's language what is wrong with a form. */
record FormErrors(LoginFormsProvider texts) {

    private static final Map<Rejection, String> FIELDS = Map.of(
            Rejection.UNKNOWN_PURPOSE, "purpose",
            Rejection.INVALID_JUSTIFICATION, "justification",
            Rejection.INVALID_TICKET, "ticket",
            Rejection.INVALID_DURATION, "duration");

    private static final String ELSEWHERE = "global";
    private static final Map<Rejection, String> LIMITS =
            Map.of(Rejection.TOO_MANY_PENDING, "tooMany", Rejection.TOO_SOON, "tooSoon");

    /** Text by name of the field; what belongs to no field stands above the form. */
    Map<String, String> of(Collection<Rejection> problems) {
        return problems.stream()
                .collect(Collectors.toMap(
                        problem -> FIELDS.getOrDefault(problem, ELSEWHERE), this::text, (one, other) -> one));
    }

    private String text(Rejection problem) {
        String key = LIMITS.getOrDefault(problem, FIELDS.getOrDefault(problem, ELSEWHERE));
        return texts.getMessage("dataAccessError." + key);
    }
}
