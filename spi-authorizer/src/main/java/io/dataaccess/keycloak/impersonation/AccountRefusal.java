/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is answered to a change of somebody's account that is not taken.
 *
 * @param code such as {@code wrong_client}
 * @param challenge the header that asks for another login; empty when none helps
 */
record AccountRefusal(Response.Status status, String code, String message, Optional<String> challenge) {

    private static final String OLD_LOGIN = "insufficient_user_authentication";

    /** As a vote in an old login is answered (RFC 9470). */
    static AccountRefusal oldLogin(RecentLogin recent) {
        String challenge = "Bearer error=\"" + OLD_LOGIN + "\", max_age=\""
                + recent.maxAge().map(Duration::toSeconds).orElse(0L) + "\"";
        return new AccountRefusal(
                Response.Status.UNAUTHORIZED,
                OLD_LOGIN,
                "Sign in again first: the login is too old, or has ended, for a change of the account",
                Optional.of(challenge));
    }

    static AccountRefusal wrongClient() {
        return new AccountRefusal(
                Response.Status.FORBIDDEN,
                "wrong_client",
                "The account is changed in the account console, not by an application",
                Optional.empty());
    }

    Response response() {
        Response.ResponseBuilder answer = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error", code, "errorMessage", message));
        challenge.ifPresent(header -> answer.header(HttpHeaders.WWW_AUTHENTICATE, header));
        return answer.build();
    }
}
