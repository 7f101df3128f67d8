/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Edition;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** Tokens of people who did not log in: legacy exchange takes a client's, an administrator's or an issuer's word. */
final class LegacyImpersonationIT {

    private static final String ISSUER = "sign-on";

    @RegisterExtension
    static final Realm realm = Realm.on(Edition.PREVIEW);

    static final ForeignIssuer issuer = new ForeignIssuer();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void openDoors() {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(ISSUER);
        provider.setProviderId("oidc");
        provider.setEnabled(true);
        provider.setConfig(new HashMap<>(Map.of(
                "issuer",
                ForeignIssuer.URL,
                "authorizationUrl",
                ForeignIssuer.URL + "/auth",
                "tokenUrl",
                ForeignIssuer.URL + "/token",
                "clientId",
                "workforce",
                "clientSecret",
                "secret",
                "validateSignature",
                "true",
                "useJwksUrl",
                "false",
                "publicKeySignatureVerifier",
                issuer.publicKey())));
        try (var response = realm.admin().identityProviders().create(provider)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        FineGrained permissions = new FineGrained(realm);
        permissions.allowImpersonation("sample-app");
        permissions.allowExchangeFrom(ISSUER, "sample-app");
        realm.changeClient("sample-app", client -> client.setFullScopeAllowed(true));
        String management = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        realm.user("pat")
                .roles()
                .clientLevel(management)
                .add(List.of(realm.admin()
                        .clients()
                        .get(management)
                        .roles()
                        .get("impersonation")
                        .toRepresentation()));
    }

    @Test
    void refusesClientsWordWhenScopeIsGuarded() {
        approvals.addEmployee("absent");
        approvals.give("absent", Client.SAMPLE_APP);
        Map<String, String> asked = Map.of("requested_subject", "absent");
        Answer unguarded = exchange(asked, "openid");

        Answer guarded = exchange(asked, "openid us-contact");

        assertThat(unguarded.claims().path("preferred_username").asText()).isEqualTo("absent");
        Outcome.assertRefused(guarded, "invalid_scope", "impersonated");
    }

    @Test
    void refusesAdministratorsWordWhenScopeIsGuarded() {
        approvals.addEmployee("stood-in-for");
        approvals.give("stood-in-for", Client.SAMPLE_APP);
        Answer pat = realm.tokens().password(Client.SAMPLE_APP, "pat", "openid us-public");
        Map<String, String> asked = Map.of("requested_subject", "stood-in-for", "subject_token", pat.accessToken());
        Answer unguarded = exchange(asked, "openid");

        Answer guarded = exchange(asked, "openid us-public");

        assertThat(unguarded.claims().path("preferred_username").asText()).isEqualTo("stood-in-for");
        Outcome.assertRefused(guarded, "invalid_scope", "impersonated");
    }

    @Test
    void staysUnguardedWhenImpersonatedSessionIsRefreshed() {
        approvals.addEmployee("resumed");
        approvals.give("resumed", Client.SAMPLE_APP);
        Answer unguarded = exchange(Map.of("requested_subject", "resumed"), "openid");

        Answer widened = realm.tokens().refresh(Client.SAMPLE_APP, unguarded.refreshToken(), "openid us-contact");

        assertThat(widened.scopes()).contains("openid").doesNotContain("us-contact");
    }

    @Test
    void refusesIssuersWordWhenNotApproved() {
        approvals.addEmployee("stranger");
        link("stranger");

        Answer answer = exchange(says("stranger"), "openid us-contact");

        Outcome.assertRefused(answer, "invalid_scope", "approval_required");
        assertThat(realm.user("stranger").getUserSessions()).isEmpty();
    }

    @Test
    void permitsIssuersWordWhenApproved() {
        approvals.addEmployee("known");
        link("known");
        String grant = approvals.give("known", Client.SAMPLE_APP);

        Answer answer = exchange(says("known"), "openid us-contact");

        Outcome.assertRests(answer, grant);
        Outcome.assertRests(realm.tokens().refresh(Client.SAMPLE_APP, answer.refreshToken(), ""), grant);
    }

    @Test
    void refusesIssuersWordWhenTheAccountWasTakenBackSince() {
        approvals.addEmployee("taken-back");
        link("taken-back");
        approvals.give("taken-back", Client.SAMPLE_APP);
        Map<String, String> said = says("taken-back");
        assertThat(realm.user("taken-back").getUserSessions()).hasSize(1);

        AccountEnd.PASSWORD_RESET.happen(realm, "taken-back");

        Outcome.assertRefused(exchange(said, "openid us-contact"), "invalid_grant", "login_ended");
        assertThat(realm.user("taken-back").getUserSessions()).hasSize(1);
    }

    /** This server is below a path of its own, and the session has no note of who impersonates. */
    @Test
    void refusesChangesBelowAPathWhenImpersonated() {
        Answer taken = exchange(Map.of("requested_subject", "pat"), "openid");
        Answer own = realm.tokens().password(Client.SAMPLE_APP, "pat", "openid");
        String impersonation = "users/" + realm.user("lin").toRepresentation().getId() + "/impersonation";

        assertThat(List.of(
                        realm.keycloaksAdminRest(taken.accessToken()).post(impersonation, Map.of()),
                        realm.keycloaksRest("/account/v1alpha1/", taken.accessToken())
                                .delete("sessions"),
                        realm.adminRest(taken.accessToken()).get("me")))
                .extracting(Answer::error)
                .containsExactly("impersonated", "impersonated", "wrong_client");
        assertThat(realm.keycloaksRest("/protocol/openid-connect/", taken.accessToken())
                        .post("userinfo", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(realm.keycloaksAdminRest(own.accessToken())
                        .post(impersonation, Map.of())
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, String> says(String username) {
        return Map.of(
                "subject_token",
                issuer.says(username, "workforce", Map.of("typ", "Bearer")),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:jwt",
                "subject_issuer",
                ISSUER);
    }

    private static void link(String username) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setUserId(username);
        identity.setUserName(username);
        realm.user(username).addFederatedIdentity(ISSUER, identity).close();
    }

    private static Answer exchange(Map<String, String> what, String scope) {
        Map<String, String> form = new HashMap<>(what);
        form.put("scope", scope);
        return realm.tokens().grant(Client.SAMPLE_APP, "urn:ietf:params:oauth:grant-type:token-exchange", form);
    }
}
