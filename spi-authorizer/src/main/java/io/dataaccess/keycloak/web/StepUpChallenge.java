/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dataaccess.keycloak.login.ReachableLevels;
import io.dataaccess.keycloak.policy.RequiredLogin;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which login is needed, in words that a login request of the caller's client can use (RFC 9470).
 *
 * @param levels of that client; empty when it is not known
 */
record StepUpChallenge(Optional<ReachableLevels> levels) {

    Response to(RequiredLogin needed) {
        Body body = reaches(needed) ? Body.again() : Body.never(needed.acr());
        return ErrorResponses.with(401, body)
                .header(HttpHeaders.WWW_AUTHENTICATE, BearerChallenge.stepUp(requested(needed)))
                .build();
    }

    /** Whether a login of the caller's client can be as strong. */
    boolean reaches(RequiredLogin needed) {
        return levels.isEmpty() || levels.get().reach(needed.acr());
    }

    /** The needed login in the words of a login request of the caller's client, whose levels may have other names. */
    RequiredLogin requested(RequiredLogin needed) {
        return levels.filter(found -> !needed.acr().isBlank())
                .map(found -> new RequiredLogin(needed.maxAge(), found.requested(needed.acr())))
                .orElse(needed);
    }

    /**
     * An error, and with it what a console must know so that nobody logs in again and again.
     *
     * @param unreachable the acr that no login of the caller's client can have now; null when one can
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String error, String errorMessage, @Nullable String unreachable) {

        private static final String CODE = "insufficient_user_authentication";

        static Body again() {
            return new Body(CODE, "Log in again, recently and strongly enough for this decision", null);
        }

        static Body never(String acr) {
            return new Body(
                    CODE,
                    "Your login cannot reach the level " + acr
                            + " that this policy asks for, and logging in again will not change that: tell those who"
                            + " administer this realm",
                    acr);
        }
    }
}
