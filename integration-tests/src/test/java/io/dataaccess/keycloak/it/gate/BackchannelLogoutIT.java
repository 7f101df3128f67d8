/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that asked for it is told when a person's access is revoked (OpenID Connect Back-Channel Logout 1.0). */
final class BackchannelLogoutIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer application;

    @BeforeEach
    void listen() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/logout", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.start();
        String url = "http://127.0.0.1:" + application.getAddress().getPort() + "/logout";
        realm.changeClient("sample-app", client -> client.getAttributes().put("backchannel.logout.url", url));
    }

    @AfterEach
    void stop() {
        application.stop(0);
    }

    @Test
    void tellsTheApplicationWhenAccessIsRevoked() {
        approvals.addEmployee("told");
        String grant = approvals.give("told", Client.SAMPLE_APP);
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "told", "openid us-contact");
        received.clear();

        approvals.revoke(grant);

        assertThat(received).anyMatch(body -> body.startsWith("logout_token="));
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, token.refreshToken(), "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leavesSessionsWhenAnotherPersonsAccessIsRevoked() {
        approvals.addEmployee("working");
        approvals.addEmployee("revoked");
        approvals.give("working", Client.SAMPLE_APP);
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "working", "openid us-contact");
        String other = approvals.give("revoked", Client.SAMPLE_APP);

        approvals.revoke(other);

        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, token.refreshToken(), "")
                        .status())
                .isEqualTo(200);
    }
}
