/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that asked for it is told when a person's access is revoked (OpenID Connect Back-Channel Logout 1.0). */
final class BackchannelLogoutIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);

    /** What the application does before it answers. */
    private volatile Runnable work = () -> {};

    @SuppressWarnings("NullAway.Init")
    private HttpServer application;

    @BeforeEach
    void listen() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/logout", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            work.run();
            received.add(body);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.start();
        String url = "http://127.0.0.1:" + application.getAddress().getPort() + "/logout";
        realm.changeClient("sample-app", client -> {
            client.getAttributes().put("backchannel.logout.url", url);
            client.getAttributes().put("backchannel.logout.session.required", "true");
        });
    }

    @AfterEach
    void stop() {
        application.stop(0);
    }

    @Test
    void tellsTheApplicationWhenAccessIsRevoked() throws InterruptedException {
        approvals.addEmployee("told");
        String grant = approvals.give("told", Client.SAMPLE_APP);
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "told", "openid us-contact");
        received.clear();

        approvals.revoke(grant);

        // The employee has filed in a session of its own.
        List<JsonNode> told = List.of(told(), told());
        assertThat(told)
                .extracting(notice -> notice.path("sid").asText())
                .contains(token.claims().path("sid").asText());
        assertThat(told)
                .extracting(notice -> notice.path("sub").asText())
                .containsOnly(realm.user("told").toRepresentation().getId());
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, token.refreshToken(), "")
                        .status())
                .isEqualTo(400);
    }

    /** The revocation has been answered, its lock is gone and another one approves, before the application answers. */
    @Test
    void holdsNothingWhenTheApplicationIsSlow() throws InterruptedException {
        approvals.addEmployee("waiting");
        String grant = approvals.give("waiting", Client.SAMPLE_APP);
        realm.tokens().password(Client.SAMPLE_APP, "waiting", "openid us-contact");
        received.clear();
        AtomicReference<String> seen = new AtomicReference<>("");
        work = () -> {
            seen.set(endOf(grant));
            await(go);
        };

        approvals.revoke(grant);
        approvals.give("waiting", Client.SAMPLE_APP);
        go.countDown();

        assertThat(told().path("sid").asText()).isNotEmpty();
        assertThat(seen.get()).isEqualTo("ended");
    }

    /** Nobody is there to be told. */
    @Test
    void endsSessionsWhenTheApplicationIsGone() {
        approvals.addEmployee("abandoned");
        String grant = approvals.give("abandoned", Client.SAMPLE_APP);
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "abandoned", "openid us-contact");
        application.stop(0);

        approvals.revoke(grant);

        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, token.refreshToken(), "")
                        .status())
                .isEqualTo(400);
    }

    /** The host that the address needs was never told. */
    @Test
    void endsSessionsWhenTheAddressCannotBeMade() {
        approvals.addEmployee("astray");
        String grant = approvals.give("astray", Client.SAMPLE_APP);
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "astray", "openid us-contact");
        realm.changeClient(
                "sample-app",
                client -> client.getAttributes()
                        .put("backchannel.logout.url", "http://${application.session.host}/logout"));

        approvals.revoke(grant);

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

    private JsonNode told() throws InterruptedException {
        String body = Objects.requireNonNull(received.poll(1, TimeUnit.MINUTES), "The application was told nothing");
        assertThat(body).startsWith("logout_token=");
        return Jwt.claims(body.substring("logout_token=".length()));
    }

    /** Read only if nobody has it locked. */
    private static String endOf(String grant) {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT ended_at IS NOT NULL FROM data_access_grant WHERE id = ? FOR UPDATE NOWAIT")) {
            statement.setString(1, grant);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() && found.getBoolean(1) ? "ended" : "running";
            }
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
