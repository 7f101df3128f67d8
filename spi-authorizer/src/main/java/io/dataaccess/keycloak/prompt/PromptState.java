/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.request.AccessRequest;
import java.util.List;
import java.util.Locale;

/**
 * Where a login stands now.
 *
 * @param outcome what the application and the operator read when the person gives up here
 * @param scopes those that the page is about
 * @param requests the requests for them: ended ones when answered, pending ones when waiting or refused, else none
 * @param granted others that the login asks for, and that an access grant opens
 */
record PromptState(
        PromptStep step,
        String outcome,
        List<ScopeDecision> scopes,
        List<AccessRequest> requests,
        List<ScopeDecision> granted) {

    /** Only this login was given up: what waits goes on waiting. A withdrawn request is {@code cancelled}. */
    private static final String SIGN_IN_CANCELLED = "sign_in_cancelled";

    /** How far a login has come in the approval prompt. */
    enum PromptStep {
        /** Everything it asks for is allowed. */
        DONE,
        /** Everything it asks for is allowed, and would go to a device: the person has to say yes to that. */
        CONFIRMING,
        /** Everything it asks for is allowed, and a policy wants that to be said once before it is opened. */
        NOTICE,
        /** Something is not open to this person, or cannot be decided: asking would not help. */
        REFUSED,
        /** A request that this login was waiting for has ended without access. */
        ANSWERED,
        /** Something has to be asked for. */
        ASKING,
        /** Everything has been asked for. */
        WAITING;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    PromptState {
        scopes = List.copyOf(scopes);
        requests = List.copyOf(requests);
        granted = List.copyOf(granted);
    }

    private PromptState(PromptStep step, String outcome, List<ScopeDecision> scopes, List<AccessRequest> requests) {
        this(step, outcome, scopes, requests, List.of());
    }

    PromptState beside(List<ScopeDecision> granted) {
        return new PromptState(step, outcome, scopes, requests, granted);
    }

    static PromptState done() {
        return new PromptState(PromptStep.DONE, SIGN_IN_CANCELLED, List.of(), List.of());
    }

    /** @param granted what is about to be opened */
    static PromptState noticing(List<ScopeDecision> granted) {
        return new PromptState(PromptStep.NOTICE, SIGN_IN_CANCELLED, granted, List.of());
    }

    static PromptState confirming(List<ScopeDecision> scopes) {
        return new PromptState(PromptStep.CONFIRMING, SIGN_IN_CANCELLED, scopes, List.of());
    }

    static PromptState refused(String reason, List<ScopeDecision> scopes, List<AccessRequest> requests) {
        return new PromptState(PromptStep.REFUSED, reason, scopes, requests);
    }

    static PromptState answered(String outcome, List<ScopeDecision> scopes, List<AccessRequest> requests) {
        return new PromptState(PromptStep.ANSWERED, outcome, scopes, requests);
    }

    static PromptState asking(List<ScopeDecision> scopes) {
        return new PromptState(PromptStep.ASKING, SIGN_IN_CANCELLED, scopes, List.of());
    }

    static PromptState waiting(List<ScopeDecision> scopes, List<AccessRequest> requests) {
        return new PromptState(PromptStep.WAITING, SIGN_IN_CANCELLED, scopes, requests);
    }

    /** This state, once it turned out that too few people could approve its scopes. */
    PromptState withoutApprover() {
        return new PromptState(PromptStep.ASKING, "no_approver", scopes, List.of());
    }

    List<GuardedScope> guarded() {
        return scopes.stream().map(ScopeDecision::scope).toList();
    }

    List<String> scopeIds() {
        return scopes.stream().map(scope -> scope.scope().ref().id()).toList();
    }

    List<String> requestIds() {
        return requests.stream().map(AccessRequest::id).toList();
    }
}
