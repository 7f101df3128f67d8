/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.enforcement;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.session.TokenNotes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/** Refuses one token. */
final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final KeycloakSession session;
    private final TokenPostProcessorContext context;
    private final List<GuardedScope> asked;

    Refusals(KeycloakSession session, TokenPostProcessorContext context, List<GuardedScope> asked) {
        this.session = session;
        this.context = context;
        this.asked = asked;
    }

    void refuseUnlessAllowed(List<Decision> decisions) {
        decisions.stream()
                .flatMap(decision -> decision.firstRefused().stream())
                .map(scope ->
                        new Refusal(scope.scope().ref().name(), scope.refusal().orElseThrow()))
                .min(Comparator.comparing(Refusal::reason))
                .ifPresent(this::refuse);
    }

    /** To be thrown when the decision itself failed. */
    TokenInterceptorException undecidable() {
        return refusal(new Refusal(asked.get(0).ref().name(), RefusalReason.UNDECIDABLE));
    }

    /** What the token rests on ends within this second. */
    void refuseAsOver(List<Decision> decisions) {
        decisions.stream()
                .flatMap(decision -> decision.scopes().stream())
                .min(Comparator.comparing((ScopeDecision scope) -> scope.until().orElse(Instant.MAX)))
                .map(scope -> new Refusal(scope.scope().ref().name(), RefusalReason.APPROVAL_REQUIRED))
                .ifPresent(this::refuse);
    }

    private void refuse(Refusal refusal) {
        throw refusal(refusal);
    }

    /** Keycloak would commit, and leave a session behind, and send no event (26.7.3): both are ours to do. */
    private TokenInterceptorException refusal(Refusal refusal) {
        TokenRequest request = TokenRequest.of(session, context);
        session.getTransactionManager().setRollbackOnly();
        try {
            send(refusal, request);
        } catch (ModelException e) {
            // Without a database no event can be stored either; the refusal stands.
            LOG.errorf(e, "This refusal left no event: %s", refusal.description());
        }
        return new TokenInterceptorException(refusal.error(request.isRefresh()), refusal.description());
    }

    private void send(Refusal refusal, TokenRequest request) {
        UserSessionModel userSession =
                context.clientSessionCtx().getClientSession().getUserSession();
        new EventBuilder(userSession.getRealm(), session, session.getContext().getConnection())
                .event(request.eventType(session))
                .client(context.accessToken().getIssuedFor())
                .user(userSession.getUser())
                .session(userSession)
                .detail(Details.GRANT_TYPE, request.grantType().orElse(""))
                .detail(Details.SCOPE, context.accessToken().getScope())
                .detail(Details.REASON, refusal.description())
                .detail(TokenNotes.REFUSAL, refusal.reason().code())
                .detail(TokenNotes.SCOPES, TokenNotes.names(asked))
                .error(Errors.ACCESS_DENIED);
    }
}
