/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.policy.RefusalReason;
import org.keycloak.OAuthErrorException;

/** A guarded scope that is refused, and why. */
public record ScopeRefusal(String scope, RefusalReason reason) {

    /** As OAuth says it: after {@code invalid_grant} common clients sign in again, which leads to the approval prompt. */
    String error(boolean refresh) {
        if (refresh) {
            return OAuthErrorException.INVALID_GRANT;
        }
        return reason == RefusalReason.UNDECIDABLE
                ? OAuthErrorException.TEMPORARILY_UNAVAILABLE
                : OAuthErrorException.INVALID_SCOPE;
    }

    /** For the people who read the application's log; in the characters that RFC 6749 allows. */
    public String description() {
        return ascii("Scope " + scope + " " + advice() + " (" + reason.code() + ")");
    }

    /** The characters that RFC 6749 allows in a description; a question mark for each other. */
    static String ascii(String text) {
        return text.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "?");
    }

    private String advice() {
        return switch (reason) {
            case UNCLASSIFIED ->
                "is not classified correctly: ask the operator of this realm to check its data categories";
            case NO_POLICY -> "is covered by no approval policy: ask the operator of this realm to add one";
            case IMPERSONATED -> "is never given to an impersonated session: sign in as the user, or ask without it";
            case NOT_ELIGIBLE -> "is not open to this user: ask without it";
            case UNDECIDABLE -> "could not be checked for this user: ask the operator of this realm, or ask without it";
            case APPROVAL_REQUIRED -> "needs an approval: request access and try again, or ask without it";
        };
    }
}
