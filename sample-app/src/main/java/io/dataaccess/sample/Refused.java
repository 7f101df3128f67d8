/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import static java.util.Map.entry;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages for a no, in words for the person who asked. */
final class Refused {
    /** Descriptions of Keycloak's refusals end with the reason in parentheses. */
    private static final Pattern REASON = Pattern.compile("\\(([a-z_]+)\\)$");

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("cancelled", "The request was withdrawn, or ended without a decision."),
            entry("sign_in_cancelled", "You cancelled the sign-in. Requests that wait for approval are not affected."),
            entry("denied", "An approver denied the request."),
            entry("request_expired", "Nobody decided in time, so the request has ended."),
            entry("not_eligible", "This access is not open to you: the rules for this data do not admit your account."),
            entry("undecidable", "Whether you may have this access could not be checked. Ask your administrator."),
            entry("approval_required", "This access needs an approval."),
            entry("unclassified", "This access is not set up yet."),
            entry("no_policy", "This access is not set up yet."),
            entry("impersonated", "Classified data is never opened while someone acts as someone else."),
            entry("scope", "You went on without the access that this data needs."));

    /** Asking again would only lead back here, until somebody has changed something. */
    private static final Set<String> FINAL =
            Set.of("not_eligible", "undecidable", "unclassified", "no_policy", "impersonated");

    private static final String AGAIN = "<a id=\"ask-again\" href=\"%s\">Ask again</a> ";
    private static final String CONTENT = """
            <div id="refusal" data-reason="%s"><p class="lead">%s</p><p class="soft">%s: %s</p>
            <p>%s<a id="back" href="/">Back to the start</a></p></div>""";

    private Refused() {}

    static Reply byKeycloak(ErrorObject error, String returnTo, Optional<Tokens> tokens) throws IOException {
        String description = Optional.ofNullable(error.getDescription()).orElse(String.valueOf(error.getCode()));
        Matcher end = REASON.matcher(description);
        String reason = end.find() ? end.group(1) : "";
        return Page.of(403, "No access", content(reason, "Keycloak", description, returnTo), tokens);
    }

    static String byApi(Map<String, Object> answer, String path) {
        return content(String.valueOf(answer.get("failed")), "The API", answer.get("error_description"), path);
    }

    private static String content(String reason, String who, @Nullable Object description, String again) {
        String words = WORDS.getOrDefault(reason, who + " did not give this access.");
        String link = FINAL.contains(reason) ? "" : AGAIN.formatted(Page.escape(again));
        return CONTENT.formatted(Page.escape(reason), words, who, Page.escape(description), link);
    }
}
