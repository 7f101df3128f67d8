/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.scenarios.Scenario.Question;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;

/** Asks for a token as the application of the question does. */
final class Asking {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Realm realm;

    Asking(Realm realm) {
        this.realm = realm;
    }

    /** An impersonated session meets the gate and nothing before it, as everybody else's of the tables does. */
    void prepare() {
        realm.switchStepUp(false);
    }

    Answer token(Question question, List<String> scopes) {
        Client client = Stream.of(Client.SAMPLE_APP, Client.BATCH)
                .filter(known -> known.id().equals(question.client()))
                .findFirst()
                .orElseThrow();
        String scope = "openid " + String.join(" ", scopes);
        if (question.impersonated()) {
            return realm.tokens().code(client, impersonatedCode(question.subject(), client, scope));
        }
        return question.subject().equals("service-account-" + client.id())
                ? realm.tokens().clientCredentials(client, scope)
                : realm.tokens().password(client, question.subject(), scope);
    }

    /** The administrator takes over the user's session, as the console's button does, and signs in to the application. */
    private String impersonatedCode(String username, Client client, String scope) {
        HttpResponse<String> back =
                send(HttpRequest.newBuilder(URI.create(realm.tokens().loginUrl(client, scope)))
                        .header("Cookie", impersonated(username)));
        assertThat(back.statusCode()).isEqualTo(302);
        String location = back.headers().firstValue("Location").orElseThrow();
        assertThat(location).contains("code=");
        return location.replaceFirst(".*[?&#]code=([^&]+).*", "$1");
    }

    /** The cookies of the session taken over. */
    private String impersonated(String username) {
        String user = realm.user(username).toRepresentation().getId();
        String url = server() + "/admin/realms/" + realm.name() + "/users/" + user + "/impersonation";
        try (Keycloak master = Keycloak.getInstance(server(), "master", "admin", "admin", "admin-cli")) {
            HttpResponse<String> taken = send(HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer " + master.tokenManager().getAccessTokenString())
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(taken.statusCode()).isEqualTo(200);
            return taken.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .filter(cookie -> !cookie.endsWith("="))
                    .collect(Collectors.joining("; "));
        }
    }

    private String server() {
        return realm.issuer().substring(0, realm.issuer().indexOf("/realms/"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
