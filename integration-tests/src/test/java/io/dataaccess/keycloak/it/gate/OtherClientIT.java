/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.authorization.PolicyEnforcementMode;
import org.keycloak.representations.idm.authorization.ResourceRepresentation;
import org.keycloak.representations.idm.authorization.ResourceServerRepresentation;

/** User-managed access: the token rests on the session of one client and goes to another. */
final class OtherClientIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void openDoors() {
        realm.changeClient("sample-app", client -> {
            client.setServiceAccountsEnabled(true);
            client.setAuthorizationServicesEnabled(true);
        });
        ClientRepresentation app =
                realm.admin().clients().findByClientId("sample-app").get(0);
        var authorization = realm.admin().clients().get(app.getId()).authorization();
        ResourceServerRepresentation settings = authorization.getSettings();
        settings.setPolicyEnforcementMode(PolicyEnforcementMode.PERMISSIVE);
        authorization.update(settings);
        authorization.resources().create(new ResourceRepresentation("files")).close();
        realm.changeClient("sample-api", client -> {
            client.setDirectAccessGrantsEnabled(true);
            client.getAttributes().put("standard.token.exchange.enabled", "true");
        });
        Mappers.allow(realm, "sample-api", "us-contact");
    }

    @Test
    void refusesWhenOnlySessionsClientIsApproved() {
        approvals.addEmployee("borrowed");
        approvals.give("borrowed", Client.SAMPLE_APP);
        Answer own = realm.tokens().password(Client.SAMPLE_APP, "borrowed", "openid us-contact");

        Answer lent = partyToken(Client.SAMPLE_API, exchanged(own));

        assertThat(partyToken(Client.SAMPLE_APP, own.accessToken()).status()).isEqualTo(200);
        assertThat(lent.status()).isEqualTo(500);
        assertThat(lent.error()).isEqualTo("server_error");
        assertThat(lent.body().has("access_token")).isFalse();
        assertThat(realm.events("PERMISSION_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "approval_required");
    }

    @Test
    void permitsWhenBothClientsAreApproved() {
        approvals.addEmployee("lent");
        String app = approvals.give("lent", Client.SAMPLE_APP);
        String api = approvals.give("lent", Client.SAMPLE_API);
        Answer own = realm.tokens().password(Client.SAMPLE_APP, "lent", "openid us-contact");

        Answer lent = partyToken(Client.SAMPLE_API, exchanged(own));

        assertThat(lent.status()).as(lent.body().toString()).isEqualTo(200);
        assertThat(lent.claims().path("azp").asText()).isEqualTo("sample-api");
        assertThat(StreamSupport.stream(
                                lent.claims().path("authorization_details").spliterator(), false)
                        .map(entry -> entry.at("/approval/id").asText()))
                .containsExactlyInAnyOrder(app, api);
    }

    private static String exchanged(Answer own) {
        Answer exchanged = realm.tokens().exchange(Client.SAMPLE_API, own.accessToken(), "");
        assertThat(exchanged.status()).as(exchanged.body().toString()).isEqualTo(200);
        return exchanged.accessToken();
    }

    private static Answer partyToken(Client client, String token) {
        return realm.tokens()
                .grant(
                        client,
                        "urn:ietf:params:oauth:grant-type:uma-ticket",
                        Map.of("audience", "sample-app", "subject_token", token, "permission", "files"));
    }
}
