/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Writes refusals of the browser login down as error events. */
final class Refusals {

    private final RequiredActionContext context;

    Refusals(RequiredActionContext context) {
        this.context = context;
    }

    /** Once per login, however often the page that says it is opened. */
    void tell(Standing standing) {
        String scopes = names(standing.scopes());
        String told = standing.outcome() + "=" + scopes.replace(' ', ',');
        if (Memory.refusals(context.getAuthenticationSession()).add(List.of(told))) {
            event(standing.outcome(), scopes).error(Errors.ACCESS_DENIED);
        }
    }

    /** A client that forbids pages gets an error, and Keycloak writes no event of its own. */
    void tellSilent(ScopeDecision refused) {
        String reason = refused.refusal().map(RefusalReason::code).orElseThrow();
        event(reason, refused.scope().ref().name()).error(OAuthErrorException.INTERACTION_REQUIRED);
    }

    /** Ends the login; Keycloak writes the event, with our details. */
    void giveUp(Standing standing) {
        context.getEvent()
                .detail("data_access_refusal", standing.outcome())
                .detail("data_access_scopes", names(standing.scopes()));
        context.failure(told(standing) + " (" + standing.outcome() + ")");
    }

    /** For the application, in ASCII: which access was given up, and which one the person has all the same. */
    private static String told(Standing standing) {
        return standing.granted().isEmpty()
                ? "The login was ended without access to classified data"
                : "The login was ended without " + inAscii(standing.scopes()) + "; approved is "
                        + inAscii(standing.granted());
    }

    /** RFC 6749, section 5.2, allows neither quotes nor backslashes. */
    private static String inAscii(List<ScopeDecision> scopes) {
        return names(scopes).replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "?");
    }

    private EventBuilder event(String reason, String scopes) {
        return context.getEvent()
                .clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(context.getUser())
                .detail(Details.CUSTOM_REQUIRED_ACTION, DataAccessApprovalFactory.ID)
                .detail("data_access_refusal", reason)
                .detail("data_access_scopes", scopes);
    }

    private static String names(List<ScopeDecision> scopes) {
        return scopes.stream().map(scope -> scope.scope().ref().name()).collect(Collectors.joining(" "));
    }
}
