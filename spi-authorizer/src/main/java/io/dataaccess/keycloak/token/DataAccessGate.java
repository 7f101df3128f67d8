/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.login.SessionLogin;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.TokenEventDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/**
 * The gate: restores whose token it is in every token of the server, refuses one with a guarded scope that is not
 * allowed, else caps its life and writes its claims. Whatever fails on the way propagates, and then there is no token
 * either.
 */
final class DataAccessGate implements TokenPostProcessor {

    private static final Logger LOG = Logger.getLogger(DataAccessGate.class);

    private final KeycloakSession session;

    DataAccessGate(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        TokenOriginClaims own = new TokenOriginClaims(session, origin(context));
        if (context.refreshToken() != null) {
            TokenClaims.removeFrom(context.refreshToken());
            own.restoreIn(context.refreshToken());
            Impersonation.carryOffline(
                    session, context.clientSessionCtx().getClientSession().getUserSession());
        }
        AccessToken token = context.accessToken();
        if (token == null) {
            return;
        }
        own.restoreIn(token);
        if (new LoginWithoutActions(session, context).isEnded()) {
            throw new TokenRefusals(session, context, List.of()).ended();
        }
        DeviceToken device = new DeviceToken(session, context);
        device.noteSession();
        List<GuardedScope> guarded = TokenScopes.guardedIn(token, context.clientSessionCtx());
        device.limitRefresh(guarded);
        if (guarded.isEmpty()) {
            TokenClaims.NONE.writeTo(token);
        } else {
            own.restoreSubject(token);
            guard(context, guarded);
        }
    }

    private void guard(TokenPostProcessorContext context, List<GuardedScope> guarded) {
        AccessToken token = context.accessToken();
        TokenRefusals refusals = new TokenRefusals(session, context, guarded);
        List<Decision> decisions = decide(context, guarded, refusals);
        refusals.refuseUnlessAllowed(decisions);
        refusals.refuseIf(new DeviceToken(session, context).isUnconfirmed(guarded));
        LoginWithoutActions login = new LoginWithoutActions(session, context);
        if (login.isOfUnknownTime() || (!login.isWithoutSession() && isSessionLoginEnded(context))) {
            throw refusals.ended();
        }
        if (!new TokenLifespanCap(DataAccess.of(session).clock().instant(), decisions).applyTo(token)) {
            refusals.refuseAsOver(decisions);
        }
        TokenClaims.of(decisions).writeTo(token);
        TokenEventDetails.leave(session, token.getId(), decisions);
    }

    /** Keycloak leaves sessions and offline sessions when an administrator takes an account back, by a new password say (26.7.3). */
    private boolean isSessionLoginEnded(TokenPostProcessorContext context) {
        AuthenticatedClientSessionModel made = context.clientSessionCtx().getClientSession();
        return new SessionLogin(session, made.getRealm(), made.getClient(), Optional.of(made.getUserSession()))
                .isEnded();
    }

    private TokenOrigin origin(TokenPostProcessorContext context) {
        TokenRefusals refusals = new TokenRefusals(session, context, List.of());
        new IdTokenMappers(session, context.clientSessionCtx()).forging().ifPresent(mapper -> {
            throw refusals.forged("Mapper " + mapper + " writes client or session into ID tokens: remove it");
        });
        return TokenOrigin.of(session, context)
                .orElseThrow(() -> refusals.forged("The client of this token cannot be told"));
    }

    /** What Keycloak's database layer cannot answer is unknown, and so refused. */
    private List<Decision> decide(
            TokenPostProcessorContext context, List<GuardedScope> guarded, TokenRefusals refusals) {
        try {
            return decide(context, guarded);
        } catch (ModelException e) {
            LOG.errorf("Whether a token may be issued could not be decided: %s", e.getMessage());
            LOG.debug("It could not be decided because", e);
            throw refusals.undecidable();
        }
    }

    private List<Decision> decide(TokenPostProcessorContext context, List<GuardedScope> guarded) {
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        UserSessionModel userSession = clientSession.getUserSession();
        boolean impersonated = Impersonation.isIn(userSession);
        return clients(context.accessToken(), clientSession).values().stream()
                .map(client -> DataAccess.of(session).decide(userSession.getUser(), client, guarded, impersonated))
                .toList();
    }

    /**
     * All clients that have a part in the token, by id: the one it is issued to, the one whose session it rests on (UMA
     * and legacy token exchange take another's), and the one that asks (a mapper can overwrite {@code azp}).
     */
    private Map<String, ClientModel> clients(AccessToken token, AuthenticatedClientSessionModel clientSession) {
        ClientModel issuedTo = clientSession.getRealm().getClientByClientId(token.getIssuedFor());
        if (issuedTo == null) {
            throw new ModelException("The client that the token is issued to does not exist");
        }
        Map<String, ClientModel> clients = new LinkedHashMap<>();
        clients.put(issuedTo.getId(), issuedTo);
        clients.put(clientSession.getClient().getId(), clientSession.getClient());
        ClientModel asking = session.getContext().getClient();
        if (asking != null) {
            clients.put(asking.getId(), asking);
        }
        return clients;
    }
}
