/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.recipes.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why there is no access, in words for people. */
final class Refusal {

    private static final Pattern REASON = Pattern.compile("\\((\\w+)\\)$");

    private static final Map<String, String> WORDS = Map.of(
            "denied", "An approver denied the request.",
            "cancelled", "The request was withdrawn, or ended without a decision.",
            "sign_in_cancelled", "You cancelled the sign-in. Requests that wait for approval are not affected.",
            "request_expired", "Nobody decided in time. Ask again.",
            "not_eligible", "This access is not open to you. Asking again does not help.",
            "went_on_without", "You went on without the access.");

    private Refusal() {}

    /** The reason in parentheses at the end of the description, else the error code. */
    static String reason(AuthenticationException failure) {
        if (!(failure instanceof OAuth2AuthenticationException oauth)) {
            return "login_failed";
        }
        OAuth2Error error = oauth.getError();
        @Nullable String description = error.getDescription();
        Matcher reason = REASON.matcher(description == null ? "" : description);
        return reason.find() ? reason.group(1) : error.getErrorCode();
    }

    static String words(String reason) {
        return WORDS.getOrDefault(reason, "You could not be signed in.");
    }
}
