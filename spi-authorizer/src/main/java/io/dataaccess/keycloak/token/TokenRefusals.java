/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.session.TokenEventDetails;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/** Refuses one token. */
final class TokenRefusals {

    private static final Logger LOG = Logger.getLogger(TokenRefusals.class);

    /** Why a token is refused whose client or session mappers write. */
    private static final String FORGED = "client_forged";

    /** Why a token is refused whose login was over before, or may have been. */
    private static final String ENDED = "login_ended";

    private final KeycloakSession session;
    private final TokenPostProcessorContext context;
    private final List<GuardedScope> asked;

    TokenRefusals(KeycloakSession session, TokenPostProcessorContext context, List<GuardedScope> asked) {
        this.session = session;
        this.context = context;
        this.asked = asked;
    }

    void refuseUnlessAllowed(List<Decision> decisions) {
        decisions.stream()
                .flatMap(decision -> decision.firstRefused().stream())
                .map(scope -> new ScopeRefusal(
                        scope.scope().ref().name(), scope.refusal().orElseThrow()))
                .min(Comparator.comparing(ScopeRefusal::reason))
                .ifPresent(this::refuse);
    }

    /** To be thrown when the decision itself failed. */
    TokenInterceptorException undecidable() {
        return refusal(new ScopeRefusal(asked.get(0).ref().name(), RefusalReason.UNDECIDABLE));
    }

    /** What the token rests on ends within this second. */
    void refuseAsOver(List<Decision> decisions) {
        decisions.stream()
                .flatMap(decision -> decision.scopes().stream())
                .min(Comparator.comparing((ScopeDecision scope) -> scope.until().orElse(Instant.MAX)))
                .map(scope -> new ScopeRefusal(scope.scope().ref().name(), RefusalReason.APPROVAL_REQUIRED))
                .ifPresent(this::refuse);
    }

    /** To be thrown when mappers would make a token say that it is another client's or session's. */
    TokenInterceptorException forged(String why) {
        String description = ScopeRefusal.ascii(why + " (" + FORGED + ")");
        String client =
                context.clientSessionCtx().getClientSession().getClient().getClientId();
        end(new Reason(client, FORGED, description), TokenRequest.of(session, context));
        return new TokenInterceptorException(OAuthErrorException.UNAUTHORIZED_CLIENT, description);
    }

    /** To be thrown when what the token rests on was over before, or nobody can tell. */
    TokenInterceptorException ended() {
        String description = "The login has ended, or nobody can tell: log in again (" + ENDED + ")";
        String client = context.accessToken().getIssuedFor();
        end(new Reason(client, ENDED, description), TokenRequest.of(session, context));
        return new TokenInterceptorException(OAuthErrorException.INVALID_GRANT, description);
    }

    /** Allowed, but nobody said yes to it on the page that they had to see. */
    void refuseIf(boolean unconfirmed) {
        if (unconfirmed) {
            refuse(new ScopeRefusal(asked.get(0).ref().name(), RefusalReason.APPROVAL_REQUIRED));
        }
    }

    private void refuse(ScopeRefusal refusal) {
        throw refusal(refusal);
    }

    private TokenInterceptorException refusal(ScopeRefusal refusal) {
        TokenRequest request = TokenRequest.of(session, context);
        String client = context.accessToken().getIssuedFor();
        end(new Reason(client, refusal.reason().code(), refusal.description()), request);
        return new TokenInterceptorException(refusal.error(request.isRefresh()), refusal.description());
    }

    /** Keycloak would commit, and leave a session behind, and send no event (26.7.3): both are ours to do. */
    private void end(Reason reason, TokenRequest request) {
        session.getTransactionManager().setRollbackOnly();
        try {
            send(reason, request);
        } catch (ModelException e) {
            // Without a database no event can be stored either; the refusal stands.
            LOG.errorf("This refusal left no event: %s: %s", reason.description(), e.getMessage());
        }
    }

    private void send(Reason reason, TokenRequest request) {
        UserSessionModel userSession =
                context.clientSessionCtx().getClientSession().getUserSession();
        new EventBuilder(userSession.getRealm(), session, session.getContext().getConnection())
                .event(request.eventType(session))
                .client(reason.client())
                .user(userSession.getUser())
                .session(userSession)
                .detail(Details.GRANT_TYPE, request.grantType().orElse(""))
                .detail(
                        Details.SCOPE,
                        Optional.ofNullable(context.accessToken())
                                .map(AccessToken::getScope)
                                .orElse(null))
                .detail(Details.REASON, reason.description())
                .detail(TokenEventDetails.REFUSAL, reason.code())
                .detail(TokenEventDetails.SCOPES, TokenEventDetails.names(asked))
                .error(Errors.ACCESS_DENIED);
    }

    /**
     * What the event says.
     *
     * @param client the client id of the token, or of the client whose mappers are at fault
     */
    private record Reason(String client, String code, String description) {}
}
