/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestReason;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What somebody typed into the form, as it is. */
record RequestForm(Texts texts, String duration, boolean urgent) {

    /** Typed freely or chosen from a list. */
    record Texts(String purpose, String justification, String ticket) {}

    static RequestForm empty() {
        return new RequestForm(new Texts("", "", ""), "", false);
    }

    /** As it was when this request was filed. */
    static RequestForm of(AccessRequest request) {
        RequestReason reason = request.content().reason();
        return new RequestForm(
                new Texts(
                        reason.purpose(),
                        reason.justification(),
                        reason.ticket().orElse("")),
                DurationChoices.text(request.content().duration()),
                request.content().urgent());
    }

    static RequestForm of(MultivaluedMap<String, String> form) {
        return new RequestForm(
                new Texts(value(form, "purpose"), value(form, "justification"), value(form, "ticket")),
                value(form, "duration"),
                form.containsKey("urgent"));
    }

    /** For showing the form again as it was. */
    Map<String, Object> typed() {
        return Map.of(
                "purpose",
                texts.purpose(),
                "justification",
                texts.justification(),
                "ticket",
                texts.ticket(),
                "duration",
                duration,
                "urgent",
                urgent);
    }

    /** Whether this request says the same; browsers send line breaks in a way of their own. */
    boolean isSentAs(AccessRequest request) {
        return plain().equals(of(request).plain());
    }

    private RequestForm plain() {
        return new RequestForm(
                new Texts(plain(texts.purpose()), plain(texts.justification()), plain(texts.ticket())),
                duration,
                urgent);
    }

    private static String plain(String text) {
        return text.strip().replace("\r\n", "\n");
    }

    RequestReason reason() {
        Optional<String> ticket = Optional.of(texts.ticket()).filter(text -> !text.isBlank());
        return new RequestReason(texts.purpose(), texts.justification(), ticket);
    }

    /**
     * The duration asked for; empty asks for the usual one.
     *
     * @throws RejectedException when it is no duration
     */
    Optional<Duration> askedDuration() {
        try {
            return Optional.of(duration).filter(text -> !text.isBlank()).map(Duration::parse);
        } catch (DateTimeParseException e) {
            throw new RejectedException(Rejection.INVALID_DURATION, "This is no duration: " + e.getMessage());
        }
    }

    private static String value(MultivaluedMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "");
    }
}
