/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.util.Map;

/** The API's no, in the words of RFC 6750, and which check said it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String challenge;
    private final String failed;

    private Refusal(int status, String code, String challenge, String failed, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.challenge = challenge;
        this.failed = failed;
    }

    static Refusal missingToken() {
        return new Refusal(
                401,
                "missing_token",
                BearerTokenError.MISSING_TOKEN.toWWWAuthenticateHeader(),
                "token",
                "No bearer token");
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
        Reply reply = Reply.json(
                status, Map.of("error", code, "error_description", String.valueOf(getMessage()), "failed", failed));
        return challenge.isEmpty() ? reply : reply.with("WWW-Authenticate", challenge);
    }
}
