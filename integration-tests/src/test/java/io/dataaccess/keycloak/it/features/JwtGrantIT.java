/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
        });
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

    private static void link(String username) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setUserId(username);
        identity.setUserName(username);
        realm.user(username).addFederatedIdentity(PROVIDER, identity).close();
    }

    private static Answer exchange(String username, String scope) {
        return realm.tokens()
                .grant(
                        Client.SAMPLE_APP,
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        Map.of("assertion", issuer.says(username, realm.issuer(), Map.of()), "scope", scope));
    }
}
