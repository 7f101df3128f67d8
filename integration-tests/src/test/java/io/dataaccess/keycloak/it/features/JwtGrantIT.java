/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** Somebody else's signed statement about a person instead of a login (RFC 7523). */
final class JwtGrantIT {

    private static final String PROVIDER = "sign-on";

    @RegisterExtension
    static final Realm realm = new Realm();

    static final ForeignIssuer issuer = new ForeignIssuer();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void trust() {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(PROVIDER);
        provider.setProviderId("jwt-authorization-grant");
        provider.setEnabled(true);
        provider.setConfig(new HashMap<>(Map.of(
                "issuer",
                ForeignIssuer.URL,
                "publicKeySignatureVerifier",
                issuer.publicKey(),
                "jwtAuthorizationGrantEnabled",
                "true")));
        try (var response = realm.admin().identityProviders().create(provider)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        realm.changeClient("sample-app", client -> {
            client.getAttributes().put("oauth2.jwt.authorization.grant.enabled", "true");
            client.getAttributes().put("oauth2.jwt.authorization.grant.idp", PROVIDER);
            client.getAttributes().put("standard.token.exchange.enabled", "true");
        });
        AccountEnd.prepare(realm);
    }

    /** The realm's not-before counts until its second is over. */
    @BeforeEach
    void waitForNextSecond() {
        AccountEnd.waitForNextSecond();
    }

    /** Keycloak turns every exception of this grant into the same answer, and leaves the text out. */
    @Test
    void refusesAssertionWhenNotApproved() {
        link("maria");

        Answer answer = exchange("maria", "openid us-contact");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
        assertThat(answer.body().has("access_token")).isFalse();
        assertThat(realm.user("maria").getUserSessions()).isEmpty();
        assertThat(realm.events("JWT_AUTHORIZATION_GRANT_ERROR"))
                .extracting(event -> event.getDetails().get("data_access_refusal"))
                .contains("approval_required");
        assertThat(exchange("maria", "openid").scopes()).contains("openid").doesNotContain("us-contact");
    }

    @Test
    void permitsAssertionWhenApproved() {
        approvals.addEmployee("foreign");
        link("foreign");
        String grant = approvals.give("foreign", Client.SAMPLE_APP);

        Answer answer = exchange("foreign", "openid us-contact");

        Outcome.assertRests(answer, grant);
        assertThat(answer.body().has("refresh_token")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAssertionWhenTheAccountWasTakenBackSince(AccountEnd end) {
        String username = "back-" + end.name().toLowerCase(Locale.ROOT);
        employ(username);
        String assertion = says(username);

        end.happen(realm, username);

        assertThat(use(assertion, "openid us-contact").error()).isEqualTo("invalid_grant");
        String user = realm.user(username).toRepresentation().getId();
        assertThat(realm.events("JWT_AUTHORIZATION_GRANT_ERROR"))
                .filteredOn(event -> user.equals(event.getUserId()))
                .extracting(event -> event.getDetails().get("data_access_refusal"))
                .contains("login_ended");
    }

    @ParameterizedTest
    @EnumSource
    void permitsAssertionWhenTheAccountWasTakenBackBefore(AccountEnd end) {
        String username = "anew-" + end.name().toLowerCase(Locale.ROOT);
        String grant = employ(username);

        end.happenBefore(realm, username);

        Outcome.assertRests(exchange(username, "openid us-contact"), grant);
    }

    /** Its token has no session that could end, and would live on as another. */
    @Test
    void refusesExchangeWhenTheAccountWasTakenBackSince() {
        String grant = employ("exchanged");
        String token = exchange("exchanged", "openid us-contact").accessToken();
        Answer before = realm.tokens().exchange(Client.SAMPLE_APP, token, "openid us-contact");

        AccountEnd.PASSWORD_RESET.happen(realm, "exchanged");

        Outcome.assertRests(before, grant);
        Outcome.assertRefused(
                realm.tokens().exchange(Client.SAMPLE_APP, token, "openid us-contact"), "invalid_grant", "login_ended");
    }

    @Test
    void refusesGuardedScopeWhenTheAssertionTellsNoTime() {
        employ("timeless");

        Answer guarded = use(issuer.saysAtSomeTime("timeless", realm.issuer()), "openid us-contact");

        assertThat(guarded.error()).isEqualTo("invalid_grant");
        assertThat(use(issuer.saysAtSomeTime("timeless", realm.issuer()), "openid")
                        .scopes())
                .contains("openid");
    }

    /** The id of a running access grant. */
    private String employ(String username) {
        approvals.addEmployee(username);
        link(username);
        return approvals.give(username, Client.SAMPLE_APP);
    }

    private static void link(String username) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setUserId(username);
        identity.setUserName(username);
        realm.user(username).addFederatedIdentity(PROVIDER, identity).close();
    }

    private static Answer exchange(String username, String scope) {
        return use(says(username), scope);
    }

    private static String says(String username) {
        return issuer.says(username, realm.issuer(), Map.of());
    }

    private static Answer use(String assertion, String scope) {
        return realm.tokens()
                .grant(
                        Client.SAMPLE_APP,
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        Map.of("assertion", assertion, "scope", scope));
    }
}
