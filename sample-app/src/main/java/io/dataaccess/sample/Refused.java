/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page for a no of Keycloak, in words for the person who asked. */
final class Refused {
    /** Descriptions of refusals end with the reason in parentheses. */
    private static final Pattern REASON = Pattern.compile("\\(([a-z_]+)\\)$");

    private static final String UNKNOWN = "Keycloak did not give this access.";
    private static final Map<String, String> WORDS = Map.of(
            "cancelled", "You gave up the request.",
            "denied", "An approver denied the request.",
            "request_expired", "Nobody decided in time, so the request has ended.",
            "not_eligible", "This access is not open to you.",
            "undecidable", "Whether you may have this access could not be checked.",
            "approval_required", "This access needs an approval.",
            "unclassified", "This access is not set up yet.",
            "no_policy", "This access is not set up yet.");

    private static final String CONTENT = """
            <div id="refusal" data-reason="%s"><p class="lead">%s</p><p id="description">%s</p>
            <p><a id="ask-again" href="%s">Ask again</a> <a id="back" href="/">Back to the start</a></p></div>""";

    private Refused() {}

    static Reply page(ErrorObject error, String returnTo, Optional<Tokens> tokens) throws IOException {
        String description = Optional.ofNullable(error.getDescription()).orElse(String.valueOf(error.getCode()));
        Matcher end = REASON.matcher(description);
        String reason = end.find() ? end.group(1) : "";
        String content = CONTENT.formatted(
                reason, WORDS.getOrDefault(reason, UNKNOWN), Page.escape(description), Page.escape(returnTo));
        return Page.of(403, "No access", content, tokens);
    }
}
