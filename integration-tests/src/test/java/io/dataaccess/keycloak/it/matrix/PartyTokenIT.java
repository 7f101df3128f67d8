/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.authorization.PolicyEnforcementMode;
import org.keycloak.representations.idm.authorization.ResourceRepresentation;
import org.keycloak.representations.idm.authorization.ResourceServerRepresentation;
import org.keycloak.representations.idm.authorization.ScopeRepresentation;

/** User-managed access with the client's own tokens; {@code OtherClientIT} has another client's. */
final class PartyTokenIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void authorize() {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
        realm.changeClient("sample-app", client -> {
            client.setServiceAccountsEnabled(true);
            client.setAuthorizationServicesEnabled(true);
        });
        var authorization = new ClientScopes(realm).client("sample-app").authorization();
        ResourceServerRepresentation settings = authorization.getSettings();
        settings.setPolicyEnforcementMode(PolicyEnforcementMode.PERMISSIVE);
        authorization.update(settings);
        authorization.resources().create(new ResourceRepresentation("files")).close();
        authorization
                .resources()
                .create(new ResourceRepresentation("contacts", Set.of(new ScopeRepresentation("us-contact"))))
                .close();
    }

    @Test
    void opensNothingWhenTokenIsNarrow() {
        Answer narrow = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid");

        Outcome.assertOpensNothing(partyToken(narrow.accessToken(), Map.of()));
    }

    @Test
    void knowsNoSuchScopeWhenTheResourceHasNone() {
        Answer narrow = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid");

        Answer answer = partyToken(narrow.accessToken(), Map.of("scope", "us-contact"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_resource");
    }

    /** Scopes of resources stand elsewhere in the token, and no API takes them for the token's own. */
    @Test
    void opensNothingWhenScopeOfAResourceHasItsName() {
        Answer narrow = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid");

        Answer answer = partyToken(narrow.accessToken(), Map.of("permission", "contacts#us-contact"));

        Outcome.assertOpensNothing(answer);
        assertThat(answer.claims().at("/authorization/permissions/0/scopes").toString())
                .isEqualTo("[\"us-contact\"]");
    }

    @Test
    void opensWhenTokenIsApproved() {
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact");

        Answer party = partyToken(wide.accessToken(), Map.of());

        Outcome.assertOpens(party, grant);
        assertThat(party.claims().path("authorization").has("permissions")).isTrue();
        assertThat(party.claims().path("exp").asLong()
                        - party.claims().path("iat").asLong())
                .isBetween(298L, 300L);
    }

    @Test
    void refusesWhenMapperNamesAnotherClientThanTheTokenShown() {
        Mappers mappers = new Mappers(realm);
        realm.changeClient("batch", client -> client.setDirectAccessGrantsEnabled(true));
        Answer before = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid");
        String idToken = before.text("id_token");
        mappers.nameAnotherClient("sample-app");
        try {
            for (Answer party : List.of(
                    partyToken(before.accessToken(), Map.of()),
                    partyToken(
                            idToken,
                            Map.of(
                                    "claim_token",
                                    idToken,
                                    "claim_token_format",
                                    "http://openid.net/specs/openid-connect-core-1_0.html#IDToken")),
                    partyToken("", Map.of()))) {
                assertForged(party);
            }
        } finally {
            mappers.nameNoOtherClient("sample-app");
        }
        assertThat(partyToken(before.accessToken(), Map.of())
                        .claims()
                        .path("azp")
                        .asText())
                .isEqualTo("sample-app");
    }

    @Test
    void refusesWhenSubjectIsBarredSince() {
        approvals.addEmployee("barred");
        approvals.give("barred", Client.SAMPLE_APP);
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "barred", "openid us-contact");
        Answer party = partyToken(wide.accessToken(), Map.of());
        approvals.bar("barred");

        Answer refused = partyToken(wide.accessToken(), Map.of());
        Answer upgraded = partyToken(wide.accessToken(), Map.of("rpt", party.accessToken()));
        Answer refreshed = realm.tokens().refresh(Client.SAMPLE_APP, party.refreshToken(), "");

        assertServerError(refused);
        assertServerError(upgraded);
        Outcome.assertRefused(refreshed, "invalid_grant", "not_eligible");
        assertThat(realm.events("PERMISSION_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "not_eligible");
    }

    @Test
    void refusesServiceAccountWhenScopeIsDefault() {
        Answer before = partyToken("", Map.of());
        ClientScopes scopes = new ClientScopes(realm);
        scopes.makeDefault("sample-app", "us-contact");
        try {
            realm.changeUser(
                    "service-account-sample-app",
                    user -> user.setAttributes(Map.of("legal_entity", List.of("Clips US Data Security"))));
            Outcome.assertRefused(partyToken("", Map.of()));
        } finally {
            scopes.makeOptional("sample-app", "us-contact");
        }
        Outcome.assertOpensNothing(before);
    }

    /** Keycloak tells why only where it has not begun to evaluate permissions. */
    private static void assertForged(Answer answer) {
        assertThat(answer.body().has("access_token")).isFalse();
        if (answer.status() == 500) {
            assertServerError(answer);
        } else {
            assertThat(answer.reason()).as(answer.body().toString()).isEqualTo("client_forged");
        }
    }

    /** As the contract says: fixed by Keycloak. */
    private static void assertServerError(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(500);
        assertThat(answer.error()).isEqualTo("server_error");
        assertThat(answer.body().has("access_token")).isFalse();
    }

    private static Answer partyToken(String token, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("audience", "sample-app");
        form.putIfAbsent("permission", "files");
        if (!token.isEmpty()) {
            form.put("subject_token", token);
        }
        return realm.tokens().grant(Client.SAMPLE_APP, "urn:ietf:params:oauth:grant-type:uma-ticket", form);
    }
}
