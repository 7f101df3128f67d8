/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.logout;

import io.dataaccess.keycloak.access.VisibleText;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriBuilderException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.TokenIdGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.constants.AdapterConstants;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.adapters.action.LogoutAction;
import org.keycloak.services.managers.ResourceAdminManager;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/**
 * Tells a client that sessions at it have ended, once the transaction that ends them has committed. Keycloak (26.7.3)
 * would ask the application there and then: however slow that is, records would stay locked and the caller would wait.
 * What is sent is prepared before, while the sessions are still there.
 */
public final class BackchannelLogouts extends ResourceAdminManager {

    private static final Logger LOG = Logger.getLogger(BackchannelLogouts.class);
    private static final int LIFESPAN_SECONDS = 30;

    private final List<LogoutNotice> notices = new ArrayList<>();
    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;

    public BackchannelLogouts(KeycloakSession session, RealmModel realm, ClientModel client) {
        super(session);
        this.session = session;
        this.realm = realm;
        this.client = client;
    }

    /** Prepares what Keycloak's OpenID Connect protocol would send for this session; nothing where it would not. */
    public void prepare(AuthenticatedClientSessionModel ending) {
        if (!client.isEnabled()
                || client.isFrontchannelLogout()
                || !OIDCLoginProtocol.LOGIN_PROTOCOL.equals(ending.getProtocol())
                || Action.LOGGED_OUT.name().equals(ending.getAction())) {
            return;
        }
        try {
            if (OIDCAdvancedConfigWrapper.fromClientModel(client).getBackchannelLogoutUrl() != null) {
                logoutClientSessionWithBackchannelLogoutUrl(client, ending);
            } else {
                logoutClientSession(realm, client, ending);
            }
        } catch (IllegalStateException | IllegalArgumentException | UriBuilderException e) {
            // The address cannot be made of what the client says: the access ends all the same.
            LOG.warnf("Client %s cannot be told that sessions ended: %s", VisibleText.line(client.getClientId()), e);
        }
    }

    @Override
    protected Response sendBackChannelLogoutRequestToClientUri(
            ClientModel told, AuthenticatedClientSessionModel ending, String url) {
        notices.add(new LogoutNotice(
                url,
                session.tokens().initLogoutToken(told, ending.getUserSession().getUser(), ending),
                LogoutNotice.Receiver.APPLICATION));
        return Response.ok().build();
    }

    /** For Keycloak's own adapters, in their words. */
    @Override
    protected Response sendLogoutRequest(
            RealmModel of,
            ClientModel told,
            List<String> adapterIds,
            List<String> sessionIds,
            int notBefore,
            String url) {
        LogoutAction action = new LogoutAction(
                TokenIdGenerator.generateId(),
                Math.toIntExact(Time.currentTimeSeconds() + LIFESPAN_SECONDS),
                told.getClientId(),
                adapterIds,
                notBefore,
                sessionIds);
        String target =
                UriBuilder.fromUri(url).path(AdapterConstants.K_LOGOUT).build().toString();
        notices.add(new LogoutNotice(target, action, LogoutNotice.Receiver.ADAPTER));
        return Response.ok().build();
    }

    /** Sends what was prepared if this transaction commits, and nothing if it does not. */
    public void sendAfterCommit() {
        if (notices.isEmpty()) {
            return;
        }
        LogoutSender sender = new LogoutSender(session, realm, client);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                sender.send(notices);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }
}
