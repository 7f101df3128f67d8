/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.prompt.login.LoginNotes;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Writes refusals of the browser login down as error events. */
final class PromptRefusals {

    private final RequiredActionContext context;

    PromptRefusals(RequiredActionContext context) {
        this.context = context;
    }

    /** Once per login, however often the page that says it is opened. */
    void tell(PromptState state) {
        String scopes = names(state.scopes());
        String told = state.outcome() + "=" + scopes.replace(' ', ',');
        if (LoginNotes.refusals(context.getAuthenticationSession()).add(List.of(told))) {
            event(state.outcome(), scopes).error(Errors.ACCESS_DENIED);
        }
    }

    /** A client that forbids pages gets an error, and Keycloak writes no event of its own. */
    void tellSilent(ScopeDecision refused) {
        String reason = refused.refusal().map(RefusalReason::code).orElseThrow();
        event(reason, refused.scope().ref().name()).error(OAuthErrorException.INTERACTION_REQUIRED);
    }

    /** Ends the login; Keycloak writes the event, with our details. */
    void giveUp(PromptState state) {
        context.getEvent()
                .detail("data_access_refusal", state.outcome())
                .detail("data_access_scopes", names(state.scopes()));
        context.failure(told(state) + " (" + state.outcome() + ")");
    }

    /** For the application, in ASCII: which access was given up, and which one the person has all the same. */
    private static String told(PromptState state) {
        return state.granted().isEmpty()
                ? "The login was ended without access to classified data"
                : "The login was ended without " + inAscii(state.scopes()) + "; approved is "
                        + inAscii(state.granted());
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
