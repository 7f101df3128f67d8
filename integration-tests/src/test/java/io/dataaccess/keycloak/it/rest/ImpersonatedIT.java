/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody asks or decides in somebody else's name. */
final class ImpersonatedIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @Test
    void refusesFilingWhenImpersonated() {
        String lin = staff.newcomer();

        Answer refused =
                realm.selfRest(impersonating(lin, Client.SAMPLE_APP)).post("requests", Staff.asking("us-contact"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("impersonated");
        assertThat(staff.self(lin).post("requests", Staff.asking("us-contact")).status())
                .isEqualTo(201);
    }

    @Test
    void refusesCancellingAndHandingBackWhenImpersonated() {
        String lin = staff.newcomer();
        String grant = staff.grant(lin);
        String request = staff.file(lin, "us-contact");
        Rest impersonated = realm.selfRest(impersonating(lin, Client.SAMPLE_APP));

        assertThat(List.of(
                        impersonated.delete("requests/" + request).error(),
                        impersonated
                                .post("requests/" + request + "/reminders", Map.of())
                                .error(),
                        impersonated.delete("grants/" + grant).error()))
                .containsOnly("impersonated");
        assertThat(staff.self(lin).delete("requests/" + request).status()).isEqualTo(204);
        assertThat(staff.self(lin).delete("grants/" + grant).status()).isEqualTo(204);
    }

    @Test
    void refusesVoteWhenImpersonated() {
        realm.changeClient("sample-app", client -> client.setFullScopeAllowed(true));
        realm.change(file -> file.getAttributes().put("data-access.adminClients", "sample-app admin-cli"));
        String request = staff.file(staff.newcomer(), "us-contact");
        String votes = "requests/" + request + "/votes";

        Answer refused =
                realm.adminRest(impersonating("avery", Client.SAMPLE_APP)).post(votes, Map.of("decision", "APPROVE"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("impersonated");
        String own =
                realm.tokens().password(Client.SAMPLE_APP, "avery", "openid").accessToken();
        assertThat(realm.adminRest(own)
                        .post(votes, Map.of("decision", "APPROVE"))
                        .status())
                .isEqualTo(200);
    }

    /** The administrator takes over the user's session, as the console's button does, and signs in to the client. */
    private static String impersonating(String username, Client client) {
        String id = realm.user(username).toRepresentation().getId();
        HttpResponse<String> taken = Master.send(HttpRequest.newBuilder(URI.create(
                        Master.server(realm) + "/admin/realms/" + realm.name() + "/users/" + id + "/impersonation"))
                .header("Authorization", "Bearer " + Master.token(realm))
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(taken.statusCode()).isEqualTo(200);
        String cookies = taken.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .filter(cookie -> !cookie.endsWith("="))
                .collect(Collectors.joining("; "));
        HttpResponse<String> signedIn =
                Master.send(HttpRequest.newBuilder(URI.create(realm.tokens().loginUrl(client, Tokens.FILING)))
                        .header("Cookie", cookies));
        assertThat(signedIn.statusCode()).isEqualTo(302);
        String location = signedIn.headers().firstValue("Location").orElseThrow();
        String code = location.replaceFirst(".*[?&#]code=([^&]+).*", "$1");
        return realm.tokens().code(client, code).accessToken();
    }
}
