/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.logout;

import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.logout.LogoutNotice.Receiver;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.provider.util.SimpleHttp;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends notices to one client, each once, on threads of Keycloak's: nobody waits for the answer. */
final class LogoutSender {

    private static final Logger LOG = Logger.getLogger(LogoutSender.class);
    private static final String TASKS = "data-access-logout";

    private final KeycloakSessionFactory factory;
    private final ExecutorService threads;
    private final String realmId;
    private final String clientId;

    LogoutSender(KeycloakSession session, RealmModel realm, ClientModel client) {
        this.factory = session.getKeycloakSessionFactory();
        this.threads = session.getProvider(ExecutorsProvider.class).getExecutor(TASKS);
        this.realmId = realm.getId();
        this.clientId = client.getId();
    }

    void send(List<LogoutNotice> notices) {
        try {
            List.copyOf(notices).forEach(notice -> threads.execute(() -> send(notice)));
        } catch (RejectedExecutionException e) {
            LOG.warnf("The server stops: clients are not told that sessions ended: %s", e);
        }
    }

    private void send(LogoutNotice notice) {
        signed(notice).ifPresent(token -> {
            // No transaction: nothing of the database is held while the application takes its time.
            try (KeycloakSession session = factory.create()) {
                int status = post(session, notice, token);
                LOG.debugf("%s was told that a session ended: %d", VisibleText.line(notice.url()), status);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warnf("%s could not be told that a session ended: %s", VisibleText.line(notice.url()), e);
            }
        });
    }

    /** Empty when realm or client are gone meanwhile. */
    private Optional<String> signed(LogoutNotice notice) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            Optional<RealmModel> realm = Optional.ofNullable(session.realms().getRealm(realmId));
            return realm.map(found -> found.getClientById(clientId)).map(client -> {
                session.getContext().setRealm(client.getRealm());
                session.getContext().setClient(client);
                return session.tokens().encode(notice.token());
            });
        });
    }

    /** The newer class of this name cannot be compiled against without Apache's client (Keycloak 26.7.3). */
    @SuppressWarnings("deprecation")
    private static int post(KeycloakSession session, LogoutNotice notice, String token) throws IOException {
        return notice.receiver() == Receiver.ADAPTER
                ? session.getProvider(HttpClientProvider.class).postText(notice.url(), token)
                : SimpleHttp.doPost(notice.url(), session)
                        .param(OAuth2Constants.LOGOUT_TOKEN, token)
                        .asStatus();
    }
}
