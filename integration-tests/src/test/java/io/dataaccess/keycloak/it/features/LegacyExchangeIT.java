/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.it.matrix.ClientScopes;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Edition;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Token exchange as it was before the standard: it takes another client's session for the token. */
final class LegacyExchangeIT {

    @RegisterExtension
    static final Realm realm = Realm.on(Edition.PREVIEW);

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void openDoors() {
        realm.changeClient("sample-api", client -> client.setDirectAccessGrantsEnabled(true));
        Mappers.allow(realm, "sample-api", "us-contact");
        FineGrained permissions = new FineGrained(realm);
        permissions.allowExchangeTo("sample-app", "sample-api");
        permissions.allowExchangeTo("sample-api", "sample-app");
    }

    @Test
    void refusesOwnTokenWhenNoLongerAllowed() {
        approvals.addEmployee("own");
        String grant = approvals.give("own", Client.SAMPLE_APP);
        String subject = token("own");
        Answer before = realm.tokens().exchange(Client.SAMPLE_APP, subject, Map.of());
        approvals.bar("own");

        Answer after = realm.tokens().exchange(Client.SAMPLE_APP, subject, Map.of());

        Outcome.assertRests(before, grant);
        Outcome.assertRefused(after, "invalid_scope", "not_eligible");
        Outcome.assertRefused(
                realm.tokens().refresh(Client.SAMPLE_APP, before.refreshToken(), ""), "invalid_grant", "not_eligible");
    }

    @Test
    void refusesOtherClientWhenOnlySessionsClientIsApproved() {
        approvals.addEmployee("asking");
        approvals.give("asking", Client.SAMPLE_APP);

        Answer answer = realm.tokens().exchange(Client.SAMPLE_API, token("asking"), Map.of("audience", "sample-app"));

        Outcome.assertRefused(answer, "invalid_scope", "approval_required");
        assertThat(realm.events("TOKEN_EXCHANGE_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "approval_required");
    }

    @Test
    void refusesOtherClientWhenOnlyAskingClientIsApproved() {
        approvals.addEmployee("aiming");
        approvals.give("aiming", Client.SAMPLE_APP);

        Answer answer = realm.tokens().exchange(Client.SAMPLE_APP, token("aiming"), Map.of("audience", "sample-api"));

        Outcome.assertRefused(answer, "invalid_scope", "approval_required");
    }

    @Test
    void permitsOtherClientWhenBothAreApproved() {
        approvals.addEmployee("both");
        String app = approvals.give("both", Client.SAMPLE_APP);
        String api = approvals.give("both", Client.SAMPLE_API);

        Answer answer = realm.tokens().exchange(Client.SAMPLE_API, token("both"), Map.of("audience", "sample-app"));
        Answer refreshed = realm.tokens().refresh(Client.SAMPLE_API, answer.refreshToken(), "");
        approvals.revoke(api);

        Outcome.assertRests(answer, app, api);
        Outcome.assertRests(refreshed, api);
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_API, answer.refreshToken(), "")
                        .error())
                .isEqualTo("invalid_grant");
    }

    /** The audience's mappers write this token, whose client is the one that asks. */
    @Test
    void refusesWhenMapperOfTheAudienceNamesAnotherClient() {
        approvals.addEmployee("named");
        String subject =
                realm.tokens().password(Client.SAMPLE_API, "named", "openid").accessToken();
        Mappers mappers = new Mappers(realm);
        mappers.nameAnotherClient("sample-app");

        Answer refused = realm.tokens().exchange(Client.SAMPLE_API, subject, Map.of("audience", "sample-app"));
        mappers.nameNoOtherClient("sample-app");
        Answer permitted = realm.tokens().exchange(Client.SAMPLE_API, subject, Map.of("audience", "sample-app"));

        assertThat(refused.reason()).as(refused.body().toString()).isEqualTo("client_forged");
        assertThat(permitted.status()).as(permitted.body().toString()).isEqualTo(200);
        assertThat(permitted.claims().path("azp").asText()).isEqualTo("sample-api");
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_API, permitted.refreshToken(), "")
                        .claims()
                        .path("azp")
                        .asText())
                .isEqualTo("sample-api");
    }

    /** A default scope of the audience, which nobody has to ask for. */
    @Test
    void refusesDefaultScopeWhenTheTokenBeganOnADevice() {
        approvals.addEmployee("device");
        approvals.give("device", Client.SAMPLE_APP);
        approvals.give("device", Client.SAMPLE_API);
        realm.changeClient(
                "sample-app",
                client -> client.getAttributes().put("oauth2.device.authorization.grant.enabled", "true"));
        Answer device = device("device");
        Answer own = realm.tokens().password(Client.SAMPLE_APP, "device", "openid");
        ClientScopes scopes = new ClientScopes(realm);
        scopes.makeDefault("sample-api", "us-contact");
        try {
            Outcome.assertRefused(
                    realm.tokens().exchange(Client.SAMPLE_APP, device.accessToken(), Map.of("audience", "sample-api")),
                    "invalid_scope",
                    "approval_required");
            assertThat(realm.tokens()
                            .exchange(Client.SAMPLE_APP, own.accessToken(), Map.of("audience", "sample-api"))
                            .scopes())
                    .contains("us-contact");
        } finally {
            scopes.makeOptional("sample-api", "us-contact");
        }
    }

    private static Answer device(String username) {
        Answer started = realm.tokens().device(Client.SAMPLE_APP, "openid");
        new Visitor()
                .open(started.text("verification_uri_complete"))
                .signIn(username)
                .submit("form", Map.of("accept", "Yes"));
        return realm.tokens()
                .grant(
                        Client.SAMPLE_APP,
                        "urn:ietf:params:oauth:grant-type:device_code",
                        Map.of("device_code", started.text("device_code")));
    }

    private static String token(String username) {
        return realm.tokens()
                .password(Client.SAMPLE_APP, username, "openid us-contact")
                .accessToken();
    }
}
