/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server says of a grant, outside the log; a field that it does not say is not compared.
 *
 * @param fields as the REST API names them: requestId, purpose, categories (in the form of {@link AskedFor}), approvedAt, approvedUntil,
 *     endedAt
 */
public record GrantFields(Map<String, String> fields) {

    public GrantFields {
        fields = Map.copyOf(fields);
    }

    /** In which the log says something else; times to the second. */
    public List<String> differences(GrantTerm logged) {
        List<String> differences = new ArrayList<>();
        differs("requestId", logged.request()).ifPresent(differences::add);
        logged.asked().ifPresent(asked -> {
            differs("purpose", asked.purpose()).ifPresent(differences::add);
            differs("categories", asked.categories()).ifPresent(differences::add);
        });
        differs("approvedAt", Optional.of(logged.from())).ifPresent(differences::add);
        differs("approvedUntil", Optional.of(logged.until())).ifPresent(differences::add);
        differs("endedAt", logged.end()).ifPresent(differences::add);
        return differences;
    }

    private Optional<String> differs(String field, String logged) {
        String said = fields.get(field);
        return said == null || said.equals(logged)
                ? Optional.empty()
                : Optional.of("Its " + field + " is said to be " + said + ", in the log it is " + logged);
    }

    private Optional<String> differs(String field, Optional<Instant> logged) {
        String said = fields.get(field);
        if (said == null || seconds(said).equals(logged.map(GrantFields::seconds))) {
            return Optional.empty();
        }
        return Optional.of("Its " + field + " is said to be " + (said.isEmpty() ? "none" : said) + ", in the log it is "
                + logged.map(Instant::toString).orElse("none"));
    }

    /** A blank time is none; what is no time differs from every time. */
    private static Optional<Instant> seconds(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(seconds(Instant.parse(text)));
        } catch (DateTimeException e) {
            return Optional.of(Instant.MIN);
        }
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
