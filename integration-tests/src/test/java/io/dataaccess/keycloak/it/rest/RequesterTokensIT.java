/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** Which tokens the requester's REST takes: those that were made for it. */
final class RequesterTokensIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @Test
    void refusesEveryCallWhenTokenWasMadeForAnApi() {
        String lin = staff.newcomer();
        String request = staff.file(lin, "us-contact");
        Rest stolen = rest(Client.SAMPLE_APP, lin, "openid");

        List<Answer> answers = List.of(
                stolen.get("scopes"),
                stolen.get("requests"),
                stolen.get("requests/" + request),
                stolen.post("requests", Staff.asking("eu-contact")),
                stolen.post("requests/" + request + "/reminders", Map.of()),
                stolen.delete("requests/" + request),
                stolen.get("grants"),
                stolen.delete("grants/" + request));

        assertThat(answers).extracting(Answer::status).containsOnly(403);
        assertThat(answers).extracting(Answer::error).containsOnly("insufficient_scope");
        assertThat(staff.self(lin).get("requests").each("status")).containsExactly("PENDING");
    }

    @Test
    void namesTheScopeWhenItIsMissing() {
        HttpResponse<String> answer =
                Master.send(HttpRequest.newBuilder(URI.create(realm.issuer() + "/data-access/requests"))
                        .header(
                                "Authorization",
                                "Bearer "
                                        + realm.tokens()
                                                .password(Client.SAMPLE_APP, "lin", "openid")
                                                .accessToken()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"insufficient_scope\", scope=\"data-access\"");
    }

    @Test
    void refusesWhenScopeIsTakenFromTheClient() {
        Rest rest = rest(Client.SAMPLE_APP, staff.newcomer(), Tokens.FILING);
        assertThat(rest.get("requests").status()).isEqualTo(200);
        ClientResource application = realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId("sample-app").get(0).getId());

        application.removeOptionalClientScope(dataAccess().getId());
        Answer refused = rest.get("requests");
        application.addOptionalClientScope(dataAccess().getId());

        assertThat(refused.error()).isEqualTo("insufficient_scope");
        assertThat(rest.get("requests").status()).isEqualTo(200);
    }

    /** A client that has it as a default scope asks for it with every login. */
    @Test
    void takesTokenWhenScopeIsADefaultOfTheClient() {
        Client client = client("always");
        Rest before = rest(client, "maria", "openid");

        realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId("always").get(0).getId())
                .addDefaultClientScope(dataAccess().getId());

        assertThat(before.get("requests").error()).isEqualTo("insufficient_scope");
        assertThat(rest(client, "maria", "openid").get("requests").status()).isEqualTo(200);
    }

    @Test
    void refusesWhenAMapperWritesTheScope() {
        Client client = client("pretending");
        new Mappers(realm).hardcodeText("pretending", "scope", Tokens.FILING);
        new Mappers(realm).hardcodeText("pretending", "aud", "account");

        assertThat(rest(client, "maria", "openid").get("requests").error()).isEqualTo("insufficient_scope");
    }

    /** Whoever holds its registration token can change it, or has registered it under the console's name. */
    @Test
    void refusesAccountConsoleWhenSomebodyElseCanChangeIt() {
        Client console = new Client("account-console", "");
        realm.changeClient(console.id(), client -> client.setDirectAccessGrantsEnabled(true));
        Rest rest = rest(console, staff.newcomer(), "openid");
        assertThat(rest.post("requests", Staff.asking("us-contact")).status()).isEqualTo(201);

        realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId(console.id()).get(0).getId())
                .regenerateRegistrationAccessToken();

        assertThat(List.of(rest.get("requests"), rest.post("requests", Staff.asking("eu-contact"))))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.error()).isEqualTo("insufficient_scope");
                });
    }

    /** Its word opens no data: a login with it meets no step-up. */
    @Test
    void guardsNothingWhenTheScopeIsAskedFor() {
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "chen", Tokens.FILING);

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.scopes()).contains("data-access");
        assertThat(token.claims().has("data_categories")).isFalse();
    }

    private static Client client(String id) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setSecret(id + "-secret");
        client.setDirectAccessGrantsEnabled(true);
        try (Response response = realm.admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        return new Client(id, id + "-secret");
    }

    private static ClientScopeRepresentation dataAccess() {
        return realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("data-access"))
                .findFirst()
                .orElseThrow();
    }

    private static Rest rest(Client client, String username, String scope) {
        return realm.selfRest(realm.tokens().password(client, username, scope).accessToken());
    }
}
