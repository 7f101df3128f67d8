/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.util.Map;

/** The API's no, in the words of RFC 6750, and which check said it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    private Refusal(int status, String code, String challenge, String failed, String message) {
        super(message);
        Reply json = Reply.json(status, Map.of("error", code, "error_description", message, "failed", failed));
        this.reply = challenge.isEmpty() ? json : json.with("WWW-Authenticate", challenge);
    }

    static Refusal missingToken() {
        String challenge = BearerTokenError.MISSING_TOKEN.toWWWAuthenticateHeader();
        return new Refusal(401, "missing_token", challenge, "token", "No bearer token");
    }

    static Refusal invalidToken(String failed, String message) {
        return of(BearerTokenError.INVALID_TOKEN, failed, message);
    }

    static Refusal insufficientScope(String scope, String failed, String message) {
        return of(BearerTokenError.INSUFFICIENT_SCOPE.setScope(new Scope(scope)), failed, message);
    }

    /** Nobody could say whether it is allowed, so it is not. */
    static Refusal undecidable(String failed, String message) {
        return new Refusal(503, "temporarily_unavailable", "", failed, message);
    }

    private static Refusal of(BearerTokenError error, String failed, String message) {
        String challenge = error.setDescription(null).toWWWAuthenticateHeader();
        return new Refusal(error.getHTTPStatusCode(), error.getCode(), challenge, failed, message);
    }

    Reply reply() {
        return reply;
    }
}
